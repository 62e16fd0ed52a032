package io.amends.kit.clock;

import java.time.Instant;
import java.time.InstantSource;

/** Production's clock: the identity. The only place that reads the machine's. */
enum RealClock implements HotelClock {
  INSTANCE;

  private static final InstantSource MACHINE = InstantSource.system();

  @Override
  public Instant at(Instant real) {
    return real;
  }

  @Override
  public Instant real() {
    return MACHINE.instant();
  }

  @Override
  public boolean movable() {
    return false;
  }
}
