package io.amends.contracts.recovery;

import io.amends.contracts.time.clock.ServiceClock;

/** Something that is promised, and the time it has. */
public record Promise(Clock clock, ServiceClock time) {}
