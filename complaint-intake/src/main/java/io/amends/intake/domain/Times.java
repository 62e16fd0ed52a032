package io.amends.intake.domain;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.policy.HotelPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether times make sense, and what of them is the past. */
final class Times {

  /** How far a source's clock may be ahead (issue of every integration; ours). */
  static final Duration AHEAD = Duration.ofMinutes(5);

  private Times() {}

  static List<Flaw> notInTheFuture(String pointer, @Nullable Instant at, Arrival arrival) {
    return at == null || !at.isAfter(arrival.arrivedAt().plus(AHEAD))
        ? List.of()
        : List.of(new Flaw(pointer, at.toString(), "not after %s".formatted(arrival.arrivedAt())));
  }

  static List<Flaw> notBefore(String pointer, @Nullable Instant at, String than, Instant earliest) {
    return at == null || !at.isBefore(earliest)
        ? List.of()
        : List.of(new Flaw(pointer, at.toString(), "not before %s %s".formatted(than, earliest)));
  }

  /** Said to be, or older than policy lets anything be that still starts a clock. */
  static boolean isHistory(Instant occurredAt, Arrival arrival, HotelPolicy policy) {
    return arrival.saidToBePast()
        || occurredAt.isBefore(arrival.arrivedAt().minus(policy.goLive().history().olderThan()));
  }

  static List<Flaw> all(List<List<Flaw>> flaws) {
    List<Flaw> all = new ArrayList<>();
    flaws.forEach(all::addAll);
    return all;
  }
}
