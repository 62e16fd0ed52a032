package io.amends.kit.clock;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The one clock of the house. {@link #instant()} is hotel time: what rules, deadlines and pages go
 * by. In production it is real time; in tests and in the demo it is a monotone function of it that
 * all processes share, and through which the log's append times are read too.
 */
public interface HotelClock extends InstantSource {

  /** Hotel time at an instant of real time, such as the append time of a record. */
  Instant at(Instant real);

  /** Real time, in which waits and timeouts are counted. */
  Instant real();

  /** Whether time can be moved, so that nothing real may depend on it. */
  boolean movable();

  @Override
  default Instant instant() {
    return at(real());
  }

  /** Hotel time of an append, in epoch milliseconds as a record carries it. */
  default Instant ofAppend(long epochMillis) {
    return at(Instant.ofEpochMilli(epochMillis));
  }

  /** Real time, as a hotel knows it. */
  static HotelClock system() {
    return RealClock.INSTANCE;
  }
}
