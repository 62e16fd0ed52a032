package io.amends.intake.domain;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.policy.HotelPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether times make sense, and what of them is the past. */
public final class Times {

  /** How far a source's clock may be ahead (issue of every integration; ours). */
  public static final Duration AHEAD = Duration.ofMinutes(5);

  private Times() {}

  /**
   * What is wrong with something that must have happened by now, if something is.
   *
   * @param now when it was told, by our clock
   */
  public static Optional<Flaw> notInTheFuture(String pointer, @Nullable Instant at, Instant now) {
    return at == null || !at.isAfter(now.plus(AHEAD))
        ? Optional.empty()
        : Optional.of(new Flaw(pointer, at.toString(), "not after %s".formatted(now)));
  }

  static Optional<Flaw> notBefore(
      String pointer, @Nullable Instant at, String than, Instant earliest) {
    return at == null || !at.isBefore(earliest)
        ? Optional.empty()
        : Optional.of(
            new Flaw(pointer, at.toString(), "not before %s %s".formatted(than, earliest)));
  }

  /** What a clock that is a little ahead calls later than the arrival, happened at the arrival. */
  static Instant byThen(Instant at, Arrival arrival) {
    return inMillis(at.isAfter(arrival.arrivedAt()) ? arrival.arrivedAt() : at);
  }

  /** Nothing in the house is told apart more finely. */
  static Instant inMillis(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  static @Nullable Instant inMillisOrNull(@Nullable Instant at) {
    return at == null ? null : inMillis(at);
  }

  /** Said to be, or older than policy lets anything be that still starts a clock. */
  static boolean isHistory(Instant occurredAt, Arrival arrival, HotelPolicy policy) {
    return arrival.saidToBePast()
        || occurredAt.isBefore(arrival.arrivedAt().minus(policy.goLive().history().olderThan()));
  }
}
