package io.amends.contracts.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch of time that is not empty.
 *
 * @param from included
 * @param to excluded, after {@code from}
 */
public record Interval(Instant from, Instant to) {

  /**
   * @throws IllegalArgumentException if it is empty or backwards
   */
  public Interval {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("to: %s (expected: after %s)".formatted(to, from));
    }
  }

  /** The stretch between two instants, or nothing if there is none. */
  public static Optional<Interval> between(Instant from, Instant to) {
    return from.isBefore(to) ? Optional.of(new Interval(from, to)) : Optional.empty();
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** What is left without the others, in order; they may overlap and repeat. */
  public List<Interval> minus(List<Interval> others) {
    Stream<Interval> left = Stream.of(this);
    for (Interval other : others) {
      left = left.flatMap(piece -> piece.minus(other));
    }
    return left.toList();
  }

  private Stream<Interval> minus(Interval other) {
    return Stream.of(
            between(from, to.isBefore(other.from) ? to : other.from),
            between(from.isAfter(other.to) ? from : other.to, to))
        .flatMap(Optional::stream);
  }
}
