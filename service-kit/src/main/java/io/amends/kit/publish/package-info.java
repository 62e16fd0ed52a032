/** Writing to Kafka without ever blocking the one who asks. */
@NullMarked
package io.amends.kit.publish;

import org.jspecify.annotations.NullMarked;
