package io.amends.intake.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that came to the door.
 *
 * @param from which system wrote it, by the topic's name
 * @param key of the event
 * @param arrivedAt append time at the door, as hotel time
 * @param saidToBePast whether the source says that it is history
 */
public record Arrival(Source from, UUID key, Instant arrivedAt, boolean saidToBePast) {}
