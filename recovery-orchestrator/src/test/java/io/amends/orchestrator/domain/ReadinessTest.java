package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.PropertyId;
import io.amends.contracts.Role;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.reference.RosterReference.Person;
import io.amends.contracts.reference.RosterReference.Shift;
import io.amends.contracts.time.IanaZone;
import io.amends.orchestrator.domain.Readiness.Lack;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadinessTest {

  private static final PropertyId THAMEL = new PropertyId("KTM-THAMEL");

  @Test
  void a_hotel_of_which_nobody_has_said_who_works_there_lacks_that() {
    assertThat(of("en", null)).containsExactly(new Lack.NoRoster());
  }

  @Test
  void a_contact_and_hours_that_are_missing_are_named() {
    List<Person> people =
        Stream.of(Role.values())
            .filter(role -> role.compareTo(Role.HEAD_OFFICE) <= 0)
            .map(role -> person(role, role == Role.GENERAL_MANAGER ? null : "x@thamel.example"))
            .toList();
    RosterReference roster =
        new RosterReference(
            THAMEL,
            people,
            List.of(new Shift("DUTY_MANAGER", LocalTime.of(6, 0), LocalTime.of(2, 0))),
            null);
    assertThat(of("en", roster))
        .containsExactly(
            new Lack.NoContact(Role.GENERAL_MANAGER),
            new Lack.NobodyOnShift(Role.DUTY_MANAGER, LocalTime.of(2, 0), LocalTime.of(6, 0)));
  }

  @Test
  void a_role_that_nobody_has_and_a_language_without_words_are_named() {
    List<Person> people =
        Stream.of(Role.values())
            .filter(role -> role.compareTo(Role.HEAD_OFFICE) < 0)
            .map(role -> person(role, "x@thamel.example"))
            .toList();
    assertThat(of("ne-NP", new RosterReference(THAMEL, people, List.of(), null)))
        .containsExactly(new Lack.NobodyInRole(Role.HEAD_OFFICE), new Lack.NoWords("ne-NP"));
  }

  private static List<Lack> of(String locale, @Nullable RosterReference roster) {
    PropertyReference hotel =
        new PropertyReference(
            THAMEL,
            "Amends Thamel",
            "INN",
            "APAC",
            new IanaZone("Asia/Kathmandu"),
            LocalTime.of(2, 0),
            locale,
            Currency.getInstance("NPR"),
            BigDecimal.valueOf(12_000),
            Mode.SHADOW,
            null,
            null);
    return Readiness.of(hotel, roster, Set.of("en", "zh"), LocalDate.parse("2027-01-04")).lacks();
  }

  private static Person person(Role role, @Nullable String email) {
    return new Person(role.name(), role.name(), role, email, null, null, null);
  }
}
