package io.amends.contracts.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.PropertyId;
import io.amends.contracts.Role;
import io.amends.contracts.reference.RosterReference.Absence;
import io.amends.contracts.reference.RosterReference.Person;
import io.amends.contracts.reference.RosterReference.Shift;
import io.amends.contracts.time.IanaZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OnDutyTest {

  private static final IanaZone SINGAPORE = new IanaZone("Asia/Singapore");
  private static final Instant NOON = Instant.parse("2027-01-12T04:00:00Z");
  private static final Instant NIGHT = Instant.parse("2027-01-12T18:00:00Z"); // 02:00 there

  @Test
  void somebody_without_a_shift_is_on_call_round_the_clock() {
    OnDuty roster = roster(List.of(person("gina", null)), List.of(), List.of());
    assertThat(names(roster, NOON)).containsExactly("gina");
    assertThat(names(roster, NIGHT)).containsExactly("gina");
  }

  @Test
  void a_shift_over_midnight_begins_and_ends_to_the_minute() {
    OnDuty roster = roster(List.of(person("ana", null)), List.of(shift("ana", 22, 6)), List.of());
    assertThat(names(roster, at("2027-01-12T21:59"))).isEmpty();
    assertThat(names(roster, at("2027-01-12T22:00"))).containsExactly("ana");
    assertThat(names(roster, at("2027-01-13T05:59"))).containsExactly("ana");
    assertThat(names(roster, at("2027-01-13T06:00"))).isEmpty();
  }

  @Test
  void for_a_substitute_who_is_away_too_the_substitutes_substitute_stands_in() {
    OnDuty roster =
        roster(
            List.of(person("ana", "ben"), other("ben", "cy"), other("cy", null)),
            List.of(),
            List.of(away("ana"), away("ben")));
    assertThat(names(roster, NOON)).containsExactly("cy");
  }

  @Test
  void a_circle_of_people_who_are_away_ends_with_nobody() {
    OnDuty roster =
        roster(
            List.of(person("ana", "ben"), other("ben", "ana")),
            List.of(),
            List.of(away("ana"), away("ben")));
    assertThat(names(roster, NOON)).isEmpty();
  }

  @Test
  void one_substitute_of_two_people_is_told_once() {
    OnDuty roster =
        roster(
            List.of(person("ana", "cy"), person("ben", "cy"), other("cy", null)),
            List.of(),
            List.of(away("ana"), away("ben")));
    assertThat(names(roster, NOON)).containsExactly("cy");
  }

  @Test
  void the_next_who_comes_is_found_within_a_time() {
    OnDuty roster = roster(List.of(person("ana", null)), List.of(shift("ana", 6, 14)), List.of());
    Instant early = at("2027-01-12T05:55");
    assertThat(roster.next(Role.FRONT_LINE, early, early.plus(Duration.ofMinutes(10))))
        .contains(at("2027-01-12T06:00"));
    assertThat(roster.next(Role.FRONT_LINE, early, early.plus(Duration.ofMinutes(5)))).isEmpty();
  }

  private static List<String> names(OnDuty roster, Instant at) {
    return roster.in(Role.FRONT_LINE, at).stream().map(Person::staffId).toList();
  }

  private static Instant at(String local) {
    return SINGAPORE.firstAt(java.time.LocalDateTime.parse(local));
  }

  private static OnDuty roster(List<Person> people, List<Shift> shifts, List<Absence> absences) {
    return new OnDuty(
        new RosterReference(new PropertyId("SIN-MARINA"), people, shifts, absences), SINGAPORE);
  }

  private static Person person(String id, @Nullable String substitute) {
    return new Person(id, id, Role.FRONT_LINE, id + "@marina.example", null, null, substitute);
  }

  private static Person other(String id, @Nullable String substitute) {
    return new Person(id, id, Role.SUPERVISOR, id + "@marina.example", null, null, substitute);
  }

  private static Shift shift(String id, int from, int to) {
    return new Shift(id, LocalTime.of(from, 0), LocalTime.of(to, 0));
  }

  private static Absence away(String id) {
    return new Absence(id, NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(1)));
  }
}
