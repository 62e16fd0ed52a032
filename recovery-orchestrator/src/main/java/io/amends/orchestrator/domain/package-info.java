/** The rules of service recovery. Nothing here knows Kafka, Spring or the time of day. */
@NullMarked
package io.amends.orchestrator.domain;

import org.jspecify.annotations.NullMarked;
