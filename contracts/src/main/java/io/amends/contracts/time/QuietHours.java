package io.amends.contracts.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hours in which a guest is left in peace, every day, by the guest's own wall clock.
 *
 * <p>In doubt it is quiet: when clocks are put back, the quiet begins at the first {@code from} and
 * lasts to the second {@code to}.
 *
 * @param from wall-clock time, included
 * @param to wall-clock time, excluded; on the next day if it is not after {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to) {

  /**
   * @throws IllegalArgumentException if both are the same, which could mean always as well as never
   */
  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("to: %s (expected: another time than from)".formatted(to));
    }
  }

  public boolean contains(Instant at, IanaZone zone) {
    return windows(at, zone).anyMatch(window -> window.contains(at));
  }

  /** The next time after {@code at} that the quiet ends. */
  public Instant nextEnd(Instant at, IanaZone zone) {
    Instant end =
        windows(at, zone)
            .map(Interval::to)
            .filter(at::isBefore)
            .min(Instant::compareTo)
            .orElseThrow();
    return contains(end, zone) ? nextEnd(end, zone) : end;
  }

  /** When a message may go that is ready at {@code at}: then, or when the quiet ends. */
  public Instant firstWelcome(Instant at, IanaZone zone) {
    return contains(at, zone) ? nextEnd(at, zone) : at;
  }

  /** All that could contain the instant, and the one after. */
  private Stream<Interval> windows(Instant at, IanaZone zone) {
    LocalDate date = zone.date(at);
    return IntStream.rangeClosed(-2, 2)
        .mapToObj(date::plusDays)
        .map(
            day ->
                Interval.between(
                    zone.firstAt(day.atTime(from)),
                    zone.lastAt((to.isAfter(from) ? day : day.plusDays(1)).atTime(to))))
        .flatMap(Optional::stream);
  }
}
