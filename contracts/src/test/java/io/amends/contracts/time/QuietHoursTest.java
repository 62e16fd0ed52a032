package io.amends.contracts.time;

import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.Times.quiet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuietHoursTest {

  private static final IanaZone PARIS = new IanaZone("Europe/Paris");
  private static final IanaZone NEW_YORK = new IanaZone("America/New_York");
  private static final QuietHours NIGHT = quiet("21:00", "09:00");

  @Test
  void begin_and_end_to_the_instant() {
    Instant begin = at("2027-01-15T21:00+01:00");
    Instant end = at("2027-01-16T09:00+01:00");

    assertThat(NIGHT.contains(begin.minusNanos(1), PARIS)).isFalse();
    assertThat(NIGHT.contains(begin, PARIS)).isTrue();
    assertThat(NIGHT.contains(end.minusNanos(1), PARIS)).isTrue();
    assertThat(NIGHT.contains(end, PARIS)).isFalse();
  }

  @Test
  void hold_a_message_until_they_end_and_no_other() {
    assertThat(NIGHT.firstWelcome(at("2027-01-15T23:00+01:00"), PARIS))
        .isEqualTo(at("2027-01-16T09:00+01:00"));
    assertThat(NIGHT.firstWelcome(at("2027-01-16T03:00+01:00"), PARIS))
        .isEqualTo(at("2027-01-16T09:00+01:00"));
    assertThat(NIGHT.firstWelcome(at("2027-01-16T12:00+01:00"), PARIS))
        .isEqualTo(at("2027-01-16T12:00+01:00"));
  }

  @Test
  void end_next_on_the_morning_after_also_by_day() {
    assertThat(NIGHT.nextEnd(at("2027-01-16T09:00+01:00"), PARIS))
        .isEqualTo(at("2027-01-17T09:00+01:00"));
  }

  @Test
  void may_lie_within_a_day() {
    QuietHours siesta = quiet("14:00", "17:00");

    assertThat(siesta.contains(at("2027-01-15T14:00+01:00"), PARIS)).isTrue();
    assertThat(siesta.contains(at("2027-01-15T17:00+01:00"), PARIS)).isFalse();
    assertThat(siesta.contains(at("2027-01-15T23:00+01:00"), PARIS)).isFalse();
  }

  @Test
  void end_by_the_wall_clock_when_clocks_are_moved() {
    assertThat(NIGHT.nextEnd(at("2027-03-27T22:00+01:00"), PARIS))
        .isEqualTo(at("2027-03-28T09:00+02:00"));
    assertThat(NIGHT.nextEnd(at("2026-10-31T22:00-04:00"), NEW_YORK))
        .isEqualTo(at("2026-11-01T09:00-05:00"));
  }

  @Test
  void last_to_the_second_of_two_ends() {
    QuietHours early = quiet("22:00", "01:30");

    assertThat(early.contains(at("2026-11-01T01:40-04:00"), NEW_YORK)).isTrue();
    assertThat(early.contains(at("2026-11-01T01:10-05:00"), NEW_YORK)).isTrue();
    assertThat(early.nextEnd(at("2026-10-31T23:00-04:00"), NEW_YORK))
        .isEqualTo(at("2026-11-01T01:30-05:00"));
  }

  @Test
  void begin_at_the_first_of_two_beginnings() {
    QuietHours late = quiet("01:30", "09:00");

    assertThat(late.contains(at("2026-11-01T01:29-04:00"), NEW_YORK)).isFalse();
    assertThat(late.contains(at("2026-11-01T01:30-04:00"), NEW_YORK)).isTrue();
    assertThat(late.contains(at("2026-11-01T01:10-05:00"), NEW_YORK)).isTrue();
  }

  @Test
  void end_when_the_clock_jumps_over_their_end() {
    assertThat(quiet("22:00", "02:30").nextEnd(at("2027-03-28T01:00+01:00"), PARIS))
        .isEqualTo(at("2027-03-28T03:00+02:00"));
  }

  @Test
  void go_on_over_a_midnight_at_which_the_calendar_skips_a_date() {
    assertThat(NIGHT.nextEnd(at("2011-12-29T22:00-10:00"), new IanaZone("Pacific/Apia")))
        .isEqualTo(at("2011-12-31T09:00+14:00"));
  }

  @Test
  void that_begin_when_they_end_are_refused() {
    assertThatThrownBy(() -> quiet("09:00", "09:00"))
        .hasMessage("to: 09:00 (expected: another time than from)");
  }

  @Test
  void in_every_zone_hold_whatever_the_wall_clock_calls_quiet_and_end_when_it_does_not() {
    Draw.inEveryZone(
        10,
        draw -> {
          LocalTime from = draw.wallClock();
          LocalTime to = draw.wallClock();
          if (from.equals(to)) {
            return;
          }
          QuietHours quiet = new QuietHours(from, to);
          Instant at = draw.instant();
          Instant end = quiet.nextEnd(at, draw.zone());

          assertThat(quiet.contains(at, draw.zone()) || !shownQuiet(quiet, draw.zone(), at))
              .isTrue();
          assertThat(end).isAfter(at);
          assertThat(quiet.contains(end, draw.zone())).isFalse();
          assertThat(quiet.contains(end.minusNanos(1), draw.zone())).isTrue();
          assertThat(shownQuiet(quiet, draw.zone(), end)).isFalse();
        });
  }

  private static boolean shownQuiet(QuietHours quiet, IanaZone zone, Instant at) {
    LocalDateTime shown = zone.wallClock(at);
    LocalTime time = shown.toLocalTime();
    boolean begun = !time.isBefore(quiet.from());
    boolean ended = !time.isBefore(quiet.to());
    return quiet.from().isBefore(quiet.to()) ? begun && !ended : begun || !ended;
  }
}
