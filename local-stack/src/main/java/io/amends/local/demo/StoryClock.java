package io.amends.local.demo;

import io.amends.kit.clock.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The hotel's time in the demo: a minute there is a second here, and what is dull is skipped. */
final class StoryClock {

  /** Hotel minutes in a second here. */
  static final double RATE = 60;

  /** More than passes while one looks, less than lies between the story and today. */
  private static final Duration A_WHILE = Duration.ofHours(1);

  private final MovableClock clock;

  StoryClock(Path file) {
    this.clock = new MovableClock(file);
  }

  /** Goes to an instant of the hotel, also an earlier one, and on from there as the story does. */
  void show(Instant hotel) {
    clock.set(hotel, RATE);
    while (clock.instant().isBefore(hotel) || clock.instant().isAfter(hotel.plus(A_WHILE))) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** From now on it is here what it is there. */
  void real() {
    Instant holds = clock.real().plus(MovableClock.ANNOUNCED);
    clock.set(holds, 1);
    await(holds);
  }

  void await(Instant hotel) {
    while (clock.instant().isBefore(hotel)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  Instant now() {
    return clock.instant();
  }

  Instant here() {
    return clock.real();
  }
}
