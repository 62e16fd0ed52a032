package io.amends.contracts.time.clock;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.Interval;
import io.amends.contracts.time.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * So much working time, less pauses: "within two hours".
 *
 * <p>A pause gives back only what it has of working hours; where pauses overlap or repeat, once.
 * All is worked out from start, target, calendar and pauses together, so a policy that changes
 * while the clock is paused loses nothing that went before.
 *
 * @param start from when it counts; may lie outside working hours
 * @param target working time, above zero, at most {@link ServiceCalendar#LONGEST}
 * @param pauses in the order in which they were made
 */
@JsonTypeName("TARGET")
public record TargetClock(
    Instant start, Duration target, ServiceCalendar calendar, List<Pause> pauses)
    implements ServiceClock {

  /**
   * @throws IllegalArgumentException if the target is out of its range
   */
  public TargetClock {
    if (!target.isPositive() || target.compareTo(ServiceCalendar.LONGEST) > 0) {
      throw new IllegalArgumentException(
          "target: %s (expected: above PT0S, at most %s)"
              .formatted(target, ServiceCalendar.LONGEST));
    }
    pauses = List.copyOf(pauses);
  }

  public TargetClock(Instant start, Duration target, ServiceCalendar calendar) {
    this(start, target, calendar, List.of());
  }

  /** The same under another policy: what has elapsed and what was paused is kept. */
  public TargetClock under(Duration otherTarget, ServiceCalendar otherCalendar) {
    return new TargetClock(start, otherTarget, otherCalendar, pauses);
  }

  @Override
  public @Nullable Instant dueAt() {
    return whenElapsed(target);
  }

  @Override
  public Duration elapsedAt(Instant at) {
    return Interval.between(start, at)
        .map(
            since ->
                since.minus(paused()).stream()
                    .map(running -> calendar.workingTime(running.from(), running.to()))
                    .reduce(Duration.ZERO, Duration::plus))
        .orElse(Duration.ZERO);
  }

  @Override
  public Duration remainingAt(Instant at) {
    Duration remaining = target.minus(elapsedAt(at));
    return remaining.isNegative() ? Duration.ZERO : remaining;
  }

  @Override
  public @Nullable Instant warningAt(Warning warning) {
    Duration elapsed = warning.elapsedOf(target);
    return elapsed == null ? null : whenElapsed(elapsed);
  }

  @Override
  public boolean isPaused(Instant at) {
    return pauses.stream().anyMatch(pause -> pause.holds(at));
  }

  @Override
  public TargetClock pause(String reason, Instant at) {
    return pauses.stream().anyMatch(pause -> pause.isOpenFor(reason))
        ? this
        : with(Stream.concat(pauses.stream(), Stream.of(new Pause(reason, at, null))));
  }

  @Override
  public TargetClock resume(String reason, Instant at) {
    return with(
        pauses.stream()
            .map(pause -> pause.isOpenFor(reason) ? new Pause(reason, pause.from(), at) : pause));
  }

  @Override
  public List<Segment> explain(Instant asOf, IanaZone zone) {
    Instant dueAt = dueAt();
    return Interval.between(start, dueAt == null ? asOf : dueAt)
        .map(all -> new Explanation(calendar, pauses, zone).of(all))
        .orElse(List.of());
  }

  /** The first instant by which so much has elapsed; null if an open pause comes before it. */
  private @Nullable Instant whenElapsed(Duration elapsed) {
    Duration left = elapsed;
    for (Interval running : new Interval(start, Instant.MAX).minus(paused())) {
      Instant reached = calendar.plus(running.from(), left);
      if (!reached.isAfter(running.to())) {
        return reached;
      }
      left = left.minus(calendar.workingTime(running.from(), running.to()));
    }
    return null;
  }

  private List<Interval> paused() {
    return pauses.stream().map(Pause::stretch).flatMap(Optional::stream).toList();
  }

  private TargetClock with(Stream<Pause> changed) {
    return new TargetClock(start, target, calendar, changed.toList());
  }
}
