package io.amends.contracts.time.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.time.Draw;
import io.amends.contracts.time.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryClockTest {

  private static final int TIMES = 5;

  @Test
  void is_never_due_before_its_start() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          TargetClock target = clock(draw);
          List<Instant> departures = draw.ascending(2);
          DepartureClock departure =
              DepartureClock.from(
                      draw.instant(),
                      new BeforeDeparture(Duration.ofHours(2), Duration.ofMinutes(30)),
                      departures.getFirst())
                  .movedTo(departures.getLast(), draw.instant());

          for (ServiceClock clock : List.of(target, departure)) {
            assertThat(Objects.requireNonNullElse(clock.dueAt(), Instant.MAX))
                .isAfterOrEqualTo(clock.start());
          }
        });
  }

  @Test
  void is_due_exactly_when_its_target_has_elapsed() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          TargetClock clock = clock(draw);
          Instant dueAt = clock.dueAt();
          if (dueAt == null) {
            assertThat(clock.remainingAt(clock.start().plus(Duration.ofDays(30)))).isPositive();
          } else {
            assertThat(clock.elapsedAt(dueAt)).isEqualTo(clock.target());
            assertThat(clock.remainingAt(dueAt)).isZero();
            assertThat(clock.remainingAt(dueAt.minusNanos(1))).isEqualTo(Duration.ofNanos(1));
          }
        });
  }

  @Test
  void is_never_due_earlier_for_one_more_pause() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          TargetClock clock = clock(draw);
          TargetClock pausedMore =
              paused(clock, Stream.concat(clock.pauses().stream(), Stream.of(draw.pause())));

          assertThat(Objects.requireNonNullElse(pausedMore.dueAt(), Instant.MAX))
              .isAfterOrEqualTo(Objects.requireNonNullElse(clock.dueAt(), Instant.MAX));
        });
  }

  @Test
  void counts_pauses_once_in_whatever_order_and_however_often_they_are_made() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          TargetClock clock = clock(draw);
          Instant at = draw.instant();
          TargetClock twice =
              paused(
                  clock,
                  Stream.concat(clock.pauses().reversed().stream(), clock.pauses().stream()));

          assertThat(twice.dueAt()).isEqualTo(clock.dueAt());
          assertThat(twice.elapsedAt(at)).isEqualTo(clock.elapsedAt(at));
        });
  }

  @Test
  void is_put_off_by_a_pause_by_no_more_than_its_working_hours() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          List<Instant> three = draw.ascending(3);
          ServiceCalendar calendar = draw.calendar();
          TargetClock clock =
              new TargetClock(three.getFirst(), draw.upTo(Duration.ofDays(3)), calendar);
          Instant dueAt =
              clock
                  .pause("GUEST_ASLEEP", three.get(1))
                  .resume("GUEST_ASLEEP", three.getLast())
                  .dueAt();
          Duration credit = calendar.workingTime(three.get(1), three.getLast());

          assertThat(List.of(clock.target(), clock.target().plus(credit)))
              .contains(
                  calendar.workingTime(
                      clock.start(), Objects.requireNonNullElse(dueAt, Instant.MAX)));
        });
  }

  @Test
  void is_explained_without_a_hole_by_segments_that_add_up() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          TargetClock clock = clock(draw);
          Instant asOf = clock.start().plus(draw.upTo(Duration.ofDays(10)));
          Instant dueAt = clock.dueAt();
          List<Segment> segments = clock.explain(asOf, draw.zone());
          Instant end = clock.start();
          Duration ran = Duration.ZERO;
          for (Segment segment : segments) {
            assertThat(segment.from()).isEqualTo(end);
            assertThat(segment.to()).isAfterOrEqualTo(end);
            end = segment.to();
            if (segment instanceof Segment.Running) {
              ran = ran.plus(Duration.between(segment.from(), segment.to()));
            }
          }

          assertThat(end).isEqualTo(dueAt == null ? asOf : dueAt);
          assertThat(ran).isEqualTo(dueAt == null ? clock.elapsedAt(asOf) : clock.target());
          assertThat(segments)
              .filteredOn(Segment.WallClockMoved.class::isInstance)
              .hasSameSizeAs(draw.zone().wallClockMoves(clock.start(), end));
        });
  }

  private static TargetClock clock(Draw draw) {
    return new TargetClock(
        draw.instant(), draw.upTo(Duration.ofDays(3)), draw.calendar(), draw.pauses());
  }

  private static TargetClock paused(TargetClock clock, Stream<Pause> pauses) {
    return new TargetClock(clock.start(), clock.target(), clock.calendar(), pauses.toList());
  }
}
