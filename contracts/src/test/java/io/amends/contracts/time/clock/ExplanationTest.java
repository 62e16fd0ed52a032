package io.amends.contracts.time.clock;

import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.calendar.Hours.OFFICE;
import static io.amends.contracts.time.calendar.Hours.closed;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.calendar.AroundTheClock;
import io.amends.contracts.time.calendar.WeeklyHours;
import io.amends.contracts.time.calendar.WeeklyPeriod;
import io.amends.contracts.time.clock.Segment.Closed;
import io.amends.contracts.time.clock.Segment.Holiday;
import io.amends.contracts.time.clock.Segment.Paused;
import io.amends.contracts.time.clock.Segment.Running;
import io.amends.contracts.time.clock.Segment.WallClockMoved;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplanationTest {

  private static final IanaZone SHANGHAI = new IanaZone("Asia/Shanghai");
  private static final IanaZone PARIS = new IanaZone("Europe/Paris");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final LocalDate HOLIDAY = LocalDate.parse("2027-01-11");

  @Test
  void lists_skipped_days_with_the_reason() {
    assertThat(
            new TargetClock(at("2027-01-08T16:30+08:00"), HOUR, closed(OFFICE, "2027-01-11"))
                .explain(at("2027-01-08T16:31+08:00"), SHANGHAI))
        .containsExactly(
            new Running(at("2027-01-08T16:30+08:00"), at("2027-01-08T17:00+08:00")),
            new Closed(at("2027-01-08T17:00+08:00"), at("2027-01-11T09:00+08:00")),
            new Holiday(at("2027-01-11T09:00+08:00"), at("2027-01-11T17:00+08:00"), HOLIDAY),
            new Closed(at("2027-01-11T17:00+08:00"), at("2027-01-12T09:00+08:00")),
            new Running(at("2027-01-12T09:00+08:00"), at("2027-01-12T09:30+08:00")));
  }

  @Test
  void tells_pauses_only_where_they_took_working_hours() {
    assertThat(
            new TargetClock(
                    at("2027-01-07T16:00+08:00"),
                    HOUR.multipliedBy(2),
                    closed(OFFICE, "2027-01-11"))
                .pause("WAITING_FOR_GUEST", at("2027-01-07T16:30+08:00"))
                .resume("WAITING_FOR_GUEST", at("2027-01-08T10:00+08:00"))
                .explain(at("2027-01-08T10:00+08:00"), SHANGHAI))
        .containsExactly(
            new Running(at("2027-01-07T16:00+08:00"), at("2027-01-07T16:30+08:00")),
            new Paused(
                at("2027-01-07T16:30+08:00"), at("2027-01-07T17:00+08:00"), "WAITING_FOR_GUEST"),
            new Closed(at("2027-01-07T17:00+08:00"), at("2027-01-08T09:00+08:00")),
            new Paused(
                at("2027-01-08T09:00+08:00"), at("2027-01-08T10:00+08:00"), "WAITING_FOR_GUEST"),
            new Running(at("2027-01-08T10:00+08:00"), at("2027-01-08T11:30+08:00")));
  }

  @Test
  void names_of_two_pauses_the_one_made_first() {
    Instant noon = at("2027-01-07T12:00+08:00");

    assertThat(
            new TargetClock(noon, HOUR, new AroundTheClock())
                .pause("GUEST_ASLEEP", noon.plusSeconds(10))
                .pause("WAITING_FOR_GUEST", noon.plusSeconds(20))
                .resume("GUEST_ASLEEP", noon.plusSeconds(30))
                .explain(noon.plusSeconds(40), SHANGHAI))
        .containsExactly(
            new Running(noon, noon.plusSeconds(10)),
            new Paused(noon.plusSeconds(10), noon.plusSeconds(30), "GUEST_ASLEEP"),
            new Paused(noon.plusSeconds(30), noon.plusSeconds(40), "WAITING_FOR_GUEST"));
  }

  @Test
  void of_a_paused_clock_ends_now() {
    Instant noon = at("2027-01-07T12:00+08:00");
    TargetClock paused =
        new TargetClock(noon, HOUR, new AroundTheClock())
            .pause("WAITING_FOR_GUEST", noon.plusSeconds(10));

    assertThat(paused.explain(noon.plusSeconds(40), SHANGHAI))
        .containsExactly(
            new Running(noon, noon.plusSeconds(10)),
            new Paused(noon.plusSeconds(10), noon.plusSeconds(40), "WAITING_FOR_GUEST"));
    assertThat(paused.explain(noon, SHANGHAI)).isEmpty();
  }

  @Test
  void joins_hours_that_touch() {
    WeeklyHours always =
        new WeeklyHours(
            SHANGHAI,
            WeeklyPeriod.on(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
            List.of());
    Instant noon = at("2027-01-07T12:00+08:00");

    assertThat(new TargetClock(noon, HOUR.multipliedBy(72), always).explain(noon, SHANGHAI))
        .containsExactly(new Running(noon, at("2027-01-10T12:00+08:00")));
  }

  @Test
  void says_that_an_hour_was_skipped() {
    Instant jump = at("2027-03-28T03:00+02:00");

    assertThat(
            new TargetClock(jump.minusSeconds(60), HOUR, new AroundTheClock()).explain(jump, PARIS))
        .containsExactly(
            new Running(jump.minusSeconds(60), jump),
            new WallClockMoved(
                jump,
                LocalDateTime.parse("2027-03-28T02:00"),
                LocalDateTime.parse("2027-03-28T03:00")),
            new Running(jump, jump.plusSeconds(3540)));
  }

  @Test
  void says_that_an_hour_came_twice_also_at_the_very_end() {
    Instant back = at("2027-10-31T02:00+01:00");

    assertThat(new TargetClock(back.minus(HOUR), HOUR, new AroundTheClock()).explain(back, PARIS))
        .containsExactly(
            new Running(back.minus(HOUR), back),
            new WallClockMoved(
                back,
                LocalDateTime.parse("2027-10-31T03:00"),
                LocalDateTime.parse("2027-10-31T02:00")));
  }
}
