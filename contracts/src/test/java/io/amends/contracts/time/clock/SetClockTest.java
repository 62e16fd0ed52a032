package io.amends.contracts.time.clock;

import static io.amends.contracts.time.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.clock.FixedClock.SetBy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SetClockTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final BeforeDeparture RULE =
      new BeforeDeparture(HOUR.multipliedBy(2), Duration.ofMinutes(30));
  private static final Instant EVENING = at("2027-01-08T22:20+08:00");
  private static final Instant DEPARTURE = at("2027-01-10T12:00+08:00");

  @Nested
  class A_manual_deadline {

    private static final FixedClock MANUAL =
        new FixedClock(EVENING, EVENING.plus(HOUR.multipliedBy(10)), SetBy.MANUAL);

    @Test
    void is_fixed_and_says_so() {
      assertThat(MANUAL.pause("WAITING_FOR_GUEST", EVENING)).isEqualTo(MANUAL);
      assertThat(MANUAL.resume("WAITING_FOR_GUEST", EVENING)).isEqualTo(MANUAL);
      assertThat(MANUAL.isPaused(EVENING)).isFalse();
      assertThat(MANUAL.setBy()).isEqualTo(SetBy.MANUAL);
    }

    @Test
    void counts_all_time() {
      assertThat(MANUAL.elapsedAt(EVENING.minus(HOUR))).isZero();
      assertThat(MANUAL.remainingAt(EVENING.minus(HOUR))).isEqualTo(HOUR.multipliedBy(10));
      assertThat(MANUAL.elapsedAt(EVENING.plus(HOUR))).isEqualTo(HOUR);
      assertThat(MANUAL.remainingAt(EVENING.plus(HOUR))).isEqualTo(HOUR.multipliedBy(9));
      assertThat(MANUAL.elapsedAt(EVENING.plus(HOUR.multipliedBy(11))))
          .isEqualTo(HOUR.multipliedBy(11));
      assertThat(MANUAL.remainingAt(EVENING.plus(HOUR.multipliedBy(11)))).isZero();
      assertThat(MANUAL.warningAt(Warning.of("80%"))).isEqualTo(EVENING.plus(HOUR.multipliedBy(8)));
    }

    @Test
    void is_not_due_before_its_start() {
      assertThat(new FixedClock(EVENING, EVENING, SetBy.STATUTE).dueAt()).isEqualTo(EVENING);
      assertThatThrownBy(() -> new FixedClock(EVENING, EVENING.minusSeconds(1), SetBy.STATUTE))
          .hasMessage("dueAt: 2027-01-08T14:19:59Z (expected: not before 2027-01-08T14:20:00Z)");
    }
  }

  @Nested
  class Before_departure {

    @Test
    void is_two_hours_before_the_guest_leaves() {
      assertThat(DepartureClock.from(EVENING, RULE, DEPARTURE).dueAt())
          .isEqualTo(at("2027-01-10T10:00+08:00"));
    }

    @Test
    void is_the_departure_itself_with_less_than_half_an_hour_left_until_then() {
      Instant halfPastNine = at("2027-01-10T09:30+08:00");

      assertThat(DepartureClock.from(halfPastNine, RULE, DEPARTURE).dueAt())
          .isEqualTo(at("2027-01-10T10:00+08:00"));
      assertThat(DepartureClock.from(halfPastNine.plusNanos(1), RULE, DEPARTURE).dueAt())
          .isEqualTo(DEPARTURE);
      assertThat(DepartureClock.from(at("2027-01-10T11:59+08:00"), RULE, DEPARTURE).dueAt())
          .isEqualTo(DEPARTURE);
    }

    @Test
    void is_never_before_its_start() {
      assertThat(DepartureClock.from(DEPARTURE.plus(HOUR), RULE, DEPARTURE).dueAt())
          .isEqualTo(DEPARTURE.plus(HOUR));
      assertThatThrownBy(() -> new DepartureClock(DEPARTURE, RULE, DEPARTURE, EVENING))
          .hasMessage("dueAt: 2027-01-08T14:20:00Z (expected: not before 2027-01-10T04:00:00Z)");
    }

    @Test
    void moves_with_the_stay() {
      DepartureClock clock = DepartureClock.from(EVENING, RULE, DEPARTURE);
      Instant nextMorning = at("2027-01-09T08:00+08:00");

      assertThat(clock.movedTo(at("2027-01-12T12:00+08:00"), nextMorning).dueAt())
          .isEqualTo(at("2027-01-12T10:00+08:00"));
      assertThat(clock.movedTo(at("2027-01-09T11:00+08:00"), nextMorning).dueAt())
          .isEqualTo(at("2027-01-09T09:00+08:00"));
      assertThat(clock.movedTo(at("2027-01-09T10:00+08:00"), nextMorning).dueAt())
          .isEqualTo(at("2027-01-09T10:00+08:00"));
      assertThat(clock.movedTo(nextMorning, nextMorning).dueAt()).isEqualTo(nextMorning);
    }

    @Test
    void does_not_move_when_the_same_departure_is_told_late_again() {
      DepartureClock clock = DepartureClock.from(EVENING, RULE, DEPARTURE);

      assertThat(clock.movedTo(DEPARTURE, at("2027-01-10T09:45+08:00"))).isEqualTo(clock);
    }

    @Test
    void has_two_real_hours_also_when_clocks_are_moved() {
      assertThat(
              DepartureClock.from(at("2027-03-27T20:00+01:00"), RULE, at("2027-03-28T04:30+02:00"))
                  .dueAt())
          .isEqualTo(at("2027-03-28T01:30+01:00"));
    }

    @Test
    void warns_twelve_hours_ahead_if_there_are_as_many() {
      Warning warning = Warning.of("PT12H");

      assertThat(DepartureClock.from(EVENING, RULE, DEPARTURE).warningAt(warning))
          .isEqualTo(at("2027-01-09T22:00+08:00"));
      assertThat(
              DepartureClock.from(at("2027-01-09T22:00+08:00"), RULE, DEPARTURE).warningAt(warning))
          .isNull();
    }

    @Test
    void is_explained_in_one_piece() {
      assertThat(
              DepartureClock.from(EVENING, RULE, DEPARTURE)
                  .explain(EVENING, new IanaZone("Asia/Shanghai")))
          .containsExactly(new Segment.Running(EVENING, at("2027-01-10T10:00+08:00")));
      assertThat(
              DepartureClock.from(DEPARTURE, RULE, DEPARTURE)
                  .explain(EVENING, new IanaZone("Asia/Shanghai")))
          .isEmpty();
    }

    @Test
    void is_asked_of_a_rule_without_negative_times() {
      assertThatThrownBy(() -> new BeforeDeparture(HOUR.negated(), HOUR))
          .hasMessage("latest: PT-1H (expected: zero or more)");
      assertThatThrownBy(() -> new BeforeDeparture(HOUR, HOUR.negated()))
          .hasMessage("worthwhile: PT-1H (expected: zero or more)");
      assertThat(new BeforeDeparture(Duration.ZERO, Duration.ZERO).dueAt(EVENING, DEPARTURE))
          .isEqualTo(DEPARTURE);
    }
  }
}
