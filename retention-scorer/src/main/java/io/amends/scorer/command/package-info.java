/** What a person runs on a chain's own past, without Kafka. */
@NullMarked
package io.amends.scorer.command;

import org.jspecify.annotations.NullMarked;
