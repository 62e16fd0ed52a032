package io.amends.kit.clock;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until a test moves it; real and hotel time are the same. */
public final class StillClock implements HotelClock {

  private volatile Instant now;

  public StillClock(Instant now) {
    this.now = now;
  }

  public void moveTo(Instant instant) {
    now = instant;
  }

  public void forward(Duration time) {
    moveTo(now.plus(time));
  }

  @Override
  public Instant at(Instant real) {
    return real;
  }

  @Override
  public Instant real() {
    return now;
  }

  @Override
  public boolean movable() {
    return true;
  }
}
