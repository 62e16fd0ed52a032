package io.amends.kit.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The clock of tests and of the demo: hotel time by a shared {@link ClockFile}. */
public final class MovableClock implements HotelClock {

  /** How long before it holds a piece must be written, so that every process has read it. */
  public static final Duration ANNOUNCED = Duration.ofMillis(200);

  private static final long LOOK_EVERY_NANOS = Duration.ofMillis(20).toNanos();

  private final Path file;
  private final HotelClock real;
  private volatile ClockMap map;
  private volatile long size;
  private volatile long looked;

  public MovableClock(Path file) {
    this(file, HotelClock.system());
  }

  MovableClock(Path file, HotelClock real) {
    this.file = file;
    this.real = real;
    this.map = ClockFile.read(file);
    this.size = sizeOf(file);
    this.looked = System.nanoTime();
  }

  @Override
  public Instant at(Instant instant) {
    look();
    return map.at(instant);
  }

  @Override
  public Instant real() {
    return real.real();
  }

  @Override
  public boolean movable() {
    return true;
  }

  /**
   * From {@link #ANNOUNCED} from now on it is {@code hotel}, and goes on at this rate.
   *
   * @throws IllegalArgumentException if hotel time would run backwards
   */
  public void set(Instant hotel, double rate) {
    ClockFile.append(file, new ClockMap.Piece(real().plus(ANNOUNCED), hotel, rate));
  }

  /** Goes on at another rate, without a jump. */
  public void run(double rate) {
    Instant from = real().plus(ANNOUNCED);
    ClockFile.append(file, new ClockMap.Piece(from, at(from), rate));
  }

  private void look() {
    long now = System.nanoTime();
    if (now - looked > LOOK_EVERY_NANOS) {
      looked = now;
      long found = sizeOf(file);
      if (found != size) {
        map = ClockFile.read(file);
        size = found;
      }
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
