package io.amends.contracts.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.time.calendar.AroundTheClock;
import io.amends.contracts.time.calendar.ServiceCalendar;
import io.amends.contracts.time.calendar.WeeklyHours;
import io.amends.contracts.time.calendar.WeeklyPeriod;
import io.amends.contracts.time.clock.BeforeDeparture;
import io.amends.contracts.time.clock.DepartureClock;
import io.amends.contracts.time.clock.FixedClock;
import io.amends.contracts.time.clock.Segment;
import io.amends.contracts.time.clock.ServiceClock;
import io.amends.contracts.time.clock.TargetClock;
import io.amends.contracts.time.clock.Warning;
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
import tools.jackson.databind.json.JsonMapper;

/** How these values lie in stores and on the wire; what was ever written stays readable. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredShapeTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant START = Instant.parse("2027-01-08T14:20:00Z");
  private static final IanaZone SHANGHAI = new IanaZone("Asia/Shanghai");

  @Test
  void of_a_propertys_time() {
    assertStoredAs(
        PropertyTime.class,
        new PropertyTime(SHANGHAI, LocalTime.of(4, 0))
            .withAudit(LocalDate.parse("2027-01-09"), Instant.parse("2027-01-08T21:12:00Z")),
        """
        {"zone":"Asia/Shanghai","dateRoll":"04:00:00",\
        "audits":[{"opened":"2027-01-09","at":"2027-01-08T21:12:00Z"}]}""");
  }

  @Test
  void of_quiet_hours() {
    assertStoredAs(
        QuietHours.class,
        new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0)),
        """
        {"from":"21:00:00","to":"09:00:00"}""");
    assertThat(JSON.readValue("{\"from\":\"21:00\",\"to\":\"09:00\"}", QuietHours.class))
        .isEqualTo(new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0)));
  }

  @Test
  void of_calendars() {
    assertStoredAs(ServiceCalendar.class, new AroundTheClock(), "{\"kind\":\"AROUND_THE_CLOCK\"}");
    assertStoredAs(
        ServiceCalendar.class,
        new WeeklyHours(
            SHANGHAI,
            WeeklyPeriod.on(EnumSet.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(18, 0)),
            List.of(LocalDate.parse("2027-02-06"))),
        """
        {"kind":"WEEKLY_HOURS","zone":"Asia/Shanghai",\
        "periods":[{"day":"MONDAY","from":"09:00:00","to":"18:00:00"}],\
        "holidays":["2027-02-06"]}""");
  }

  @Test
  void of_clocks_has_durations_as_iso_and_instants_with_their_offset() {
    assertStoredAs(
        ServiceClock.class,
        new TargetClock(START, Duration.ofDays(90), new AroundTheClock())
            .pause("GUEST_ASLEEP", START.plusSeconds(60)),
        """
        {"kind":"TARGET","start":"2027-01-08T14:20:00Z","target":"PT2160H",\
        "calendar":{"kind":"AROUND_THE_CLOCK"},\
        "pauses":[{"reason":"GUEST_ASLEEP","from":"2027-01-08T14:21:00Z","to":null}]}""");
    assertStoredAs(
        ServiceClock.class,
        new FixedClock(START, START.plusSeconds(60), FixedClock.SetBy.STATUTE),
        """
        {"kind":"FIXED","start":"2027-01-08T14:20:00Z","dueAt":"2027-01-08T14:21:00Z",\
        "setBy":"STATUTE"}""");
    assertStoredAs(
        ServiceClock.class,
        DepartureClock.from(
            START,
            new BeforeDeparture(Duration.ofHours(2), Duration.ofMinutes(30)),
            Instant.parse("2027-01-10T04:00:00Z")),
        """
        {"kind":"DEPARTURE","start":"2027-01-08T14:20:00Z",\
        "rule":{"latest":"PT2H","worthwhile":"PT30M"},\
        "departureAt":"2027-01-10T04:00:00Z","dueAt":"2027-01-10T02:00:00Z"}""");
  }

  @Test
  void of_warnings_is_the_words_of_the_policy() {
    assertStoredAs(Warning.class, new Warning.AtPercent(80), "\"80%\"");
    assertStoredAs(Warning.class, new Warning.Ahead(Duration.ofHours(12)), "\"PT12H\"");
  }

  @Test
  void of_an_explanation() {
    assertStoredAs(
        Segment.class,
        new Segment.Running(START, START.plusSeconds(60)),
        """
        {"kind":"RUNNING","from":"2027-01-08T14:20:00Z","to":"2027-01-08T14:21:00Z"}""");
    assertStoredAs(
        Segment.class,
        new Segment.Paused(START, START.plusSeconds(60), "GUEST_ASLEEP"),
        """
        {"kind":"PAUSED","from":"2027-01-08T14:20:00Z","to":"2027-01-08T14:21:00Z",\
        "reason":"GUEST_ASLEEP"}""");
    assertStoredAs(
        Segment.class,
        new Segment.Closed(START, START.plusSeconds(60)),
        """
        {"kind":"CLOSED","from":"2027-01-08T14:20:00Z","to":"2027-01-08T14:21:00Z"}""");
    assertStoredAs(
        Segment.class,
        new Segment.Holiday(START, START.plusSeconds(60), LocalDate.parse("2027-01-08")),
        """
        {"kind":"HOLIDAY","from":"2027-01-08T14:20:00Z","to":"2027-01-08T14:21:00Z",\
        "date":"2027-01-08"}""");
    assertStoredAs(
        Segment.class,
        new Segment.WallClockMoved(
            Instant.parse("2027-03-28T01:00:00Z"),
            LocalDateTime.parse("2027-03-28T02:00"),
            LocalDateTime.parse("2027-03-28T03:00")),
        """
        {"kind":"WALL_CLOCK_MOVED","at":"2027-03-28T01:00:00Z",\
        "was":"2027-03-28T02:00:00","now":"2027-03-28T03:00:00"}""");
  }

  @Test
  void refuses_an_offset_in_our_words() {
    assertThatThrownBy(
            () ->
                JSON.readValue(
                    "{\"zone\":\"+05:45\",\"dateRoll\":\"02:00\",\"audits\":[]}",
                    PropertyTime.class))
        .hasMessageContaining("zone: +05:45 (expected: an IANA zone id such as Asia/Kathmandu)");
  }

  private static <T> void assertStoredAs(Class<T> type, T value, String json) {
    assertThat(JSON.writerFor(type).writeValueAsString(value)).isEqualTo(json);
    assertThat(JSON.readValue(json, type)).isEqualTo(value);
  }
}
