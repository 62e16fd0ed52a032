package io.amends.contracts.recovery;

import java.time.Instant;

/** Something a guest is promised by an instant (UTC, milliseconds). */
public record Promise(Clock clock, Instant dueAt) {}
