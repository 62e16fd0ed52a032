/** How a Kafka Streams service of the house runs, fails and stops. */
@NullMarked
package io.amends.kit.streams;

import org.jspecify.annotations.NullMarked;
