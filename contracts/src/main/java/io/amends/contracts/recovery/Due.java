package io.amends.contracts.recovery;

import java.time.Instant;

/** What is due next, and when (UTC). */
public record Due(Clock clock, Instant at) {}
