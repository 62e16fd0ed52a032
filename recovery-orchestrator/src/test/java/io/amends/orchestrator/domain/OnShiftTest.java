package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Hotels.SINGAPORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.RecoveryEvent.AlertHeld;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.reference.RosterReference.Person;
import io.amends.contracts.reference.RosterReference.Shift;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Alerts go to people who are there: a role is no person. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnShiftTest {

  @Test
  void an_alert_names_who_is_on_duty() {
    Evening evening = evening(List.of(), "FRONT_LINE", "SUPERVISOR");
    evening.reported("ROOM_CLIMATE", "2027-01-12T15:05", "2027-01-15T11:00");
    evening.until("2027-01-12T15:12");
    assertThat(people(evening))
        .containsExactly("15:05 FRONT_LINE [FRONT_LINE]", "15:10 SUPERVISOR [SUPERVISOR]");
  }

  @Test
  void it_waits_for_somebody_who_comes_within_ten_minutes() {
    Evening evening = evening(List.of(shift("FRONT_LINE", "15:08", "23:00")), "FRONT_LINE");
    evening.reported("ROOM_CLIMATE", "2027-01-12T15:05", "2027-01-15T11:00");
    evening.until("2027-01-12T15:09");
    assertThat(people(evening)).containsExactly("15:08 FRONT_LINE [FRONT_LINE]");
    assertThat(evening.all(AlertHeld.class)).hasSize(1);
  }

  @Test
  void it_waits_ten_minutes_at_most_and_then_the_next_level_that_is_there_is_told() {
    Evening evening =
        evening(
            List.of(shift("FRONT_LINE", "16:00", "23:00"), shift("SUPERVISOR", "16:00", "23:00")),
            "FRONT_LINE",
            "SUPERVISOR",
            "DUTY_MANAGER");
    evening.reported("FOOD_QUALITY", "2027-01-12T15:05", "2027-01-15T11:00");
    evening.until("2027-01-12T15:14");
    assertThat(people(evening)).isEmpty();
    evening.until("2027-01-12T15:16");
    assertThat(people(evening)).containsExactly("15:15 DUTY_MANAGER [DUTY_MANAGER]");
  }

  @Test
  void a_role_that_nobody_has_goes_to_head_office() {
    Evening evening = evening(List.of(), "SUPERVISOR", "HEAD_OFFICE");
    evening.reported("ROOM_CLIMATE", "2027-01-12T15:05", "2027-01-15T11:00");
    evening.until("2027-01-12T15:06");
    assertThat(people(evening)).containsExactly("15:05 HEAD_OFFICE [HEAD_OFFICE]");
  }

  @Test
  void at_night_what_is_critical_waits_for_nobody_and_goes_to_whoever_is_there() {
    List<Shift> byDay =
        Stream.of("FRONT_LINE", "DUTY_MANAGER").map(role -> shift(role, "08:00", "20:00")).toList();
    Evening evening = evening(byDay, "FRONT_LINE", "DUTY_MANAGER", "GENERAL_MANAGER");
    evening.reported("NO_ROOM_WALKED", "2027-01-13T01:00", "2027-01-15T11:00");
    evening.until("2027-01-13T01:01");
    assertThat(people(evening)).containsExactly("01:00 GENERAL_MANAGER [GENERAL_MANAGER]");
    assertThat(evening.all(AlertHeld.class)).isEmpty();
  }

  @Test
  void at_night_what_is_minor_waits_for_the_morning_but_for_the_front_line() {
    Evening evening = evening(List.of(), "FRONT_LINE", "SUPERVISOR", "DUTY_MANAGER");
    evening.reported("WIFI", "2027-01-13T01:00", "2027-01-15T11:00");
    evening.until("2027-01-13T07:01");
    assertThat(people(evening))
        .containsExactly(
            "01:00 FRONT_LINE [FRONT_LINE]",
            "07:00 SUPERVISOR [SUPERVISOR]",
            "07:00 DUTY_MANAGER [DUTY_MANAGER]");
  }

  private static Evening evening(List<Shift> shifts, String... roles) {
    List<Person> people =
        Stream.of(roles)
            .map(
                role ->
                    new Person(
                        role, role, Role.valueOf(role), role + "@marina.example", null, null, null))
            .toList();
    return Evening.at(
        SINGAPORE, "G-1", new RosterReference(SINGAPORE.propertyId(), people, shifts, null));
  }

  private static Shift shift(String role, String from, String to) {
    return new Shift(role, LocalTime.parse(from), LocalTime.parse(to));
  }

  private static List<String> people(Evening evening) {
    return evening.all(StaffAlerted.class).stream()
        .map(
            alert ->
                evening.local(alert.reasons().getFirst().at())
                    + " "
                    + alert.role()
                    + " "
                    + alert.people())
        .toList();
  }
}
