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

  /**
   * Before anything runs: it will be this instant of the hotel, and go on as real time does. Later
   * it only ever jumps ahead.
   */
  void begin(Instant hotel) {
    clock.set(hotel, 1);
    while (clock.instant().isAfter(hotel.plus(A_WHILE))) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** Goes ahead to an instant of the hotel, and on from there as the story does. */
  void show(Instant hotel) {
    clock.set(hotel, RATE);
    await(hotel);
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
