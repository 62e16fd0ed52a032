package io.amends.contracts.time.clock;

import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.Interval;
import io.amends.contracts.time.calendar.AroundTheClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A promise by an instant that is given and not worked out: all time counts, no pause moves it. */
public sealed interface SetClock extends ServiceClock permits FixedClock, DepartureClock {

  @Override
  Instant dueAt();

  @Override
  default Duration elapsedAt(Instant at) {
    return at.isAfter(start()) ? Duration.between(start(), at) : Duration.ZERO;
  }

  @Override
  default Duration remainingAt(Instant at) {
    Duration remaining = Duration.between(start(), dueAt()).minus(elapsedAt(at));
    return remaining.isNegative() ? Duration.ZERO : remaining;
  }

  @Override
  default @Nullable Instant warningAt(Warning warning) {
    Duration elapsed = warning.elapsedOf(Duration.between(start(), dueAt()));
    return elapsed == null ? null : start().plus(elapsed);
  }

  @Override
  default boolean isPaused(Instant at) {
    return false;
  }

  @Override
  default ServiceClock pause(String reason, Instant at) {
    return this;
  }

  @Override
  default ServiceClock resume(String reason, Instant at) {
    return this;
  }

  @Override
  default List<Segment> explain(Instant asOf, IanaZone zone) {
    return Interval.between(start(), dueAt())
        .map(all -> new Explanation(new AroundTheClock(), List.of(), zone).of(all))
        .orElse(List.of());
  }
}
