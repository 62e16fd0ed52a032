package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.orchestrator.domain.Decision.AskedOf;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Done;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.RecoveryCommand.ApproveRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.Earlier;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A guest to whom much was given over all hotels: a duty manager looks again, nobody refuses. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondLookTest {

  private static final Currency USD = Currency.getInstance("USD");

  private final Evening evening =
      Evening.at(Hotels.NEW_YORK, "G-733")
          .reported("DIRTY_ROOM", "2027-01-14T08:58", "2027-01-16T11:00");

  /** USD 30 is 0.10 N, which a clerk may give. */
  private Decision gives(Role as, Earlier... earlier) {
    return evening.asksAs(
        "2027-01-14T10:02",
        as.name(),
        as,
        asked ->
            new GrantRemedy(
                asked, Evening.money(RemedyType.REFUND, 3_000, USD), false, List.of(earlier)));
  }

  private Earlier at(String time, String nights) {
    return new Earlier(evening.instant(time), Nights.of(nights));
  }

  @Test
  void up_to_the_total_of_twelve_months_nobody_is_asked() {
    assertThat(gives(Role.FRONT_LINE, at("2026-06-01T12:00", "2.9"))).isInstanceOf(Done.class);
  }

  @Test
  void beyond_it_a_duty_manager_is_asked_and_no_supervisor_may() {
    assertThat(gives(Role.FRONT_LINE, at("2026-06-01T12:00", "1.5"), at("2026-09-01T12:00", "1.5")))
        .isEqualTo(
            new AskedOf(
                evening.all(RecoveryEvent.class).reversed().stream().limit(2).toList().reversed(),
                List.of(
                    new Code.GivenBefore(
                        Nights.of("3.1"), new Money(93_000, USD), Role.DUTY_MANAGER),
                    new Code.AskedSomebody(
                        1,
                        new Money(3_000, USD),
                        Role.DUTY_MANAGER,
                        List.of(),
                        evening.instant("2027-01-14T10:17"),
                        Role.GENERAL_MANAGER,
                        List.of())),
                Set.of(Role.DUTY_MANAGER, Role.GENERAL_MANAGER, Role.REGION, Role.HEAD_OFFICE)));
    assertThat(approves("2027-01-14T10:05", Role.SUPERVISOR))
        .isEqualTo(
            new Refused(
                List.of(new Code.NotThisRole(Role.SUPERVISOR)),
                Set.of(Role.DUTY_MANAGER, Role.GENERAL_MANAGER, Role.REGION, Role.HEAD_OFFICE)));
    assertThat(approves("2027-01-14T10:06", Role.DUTY_MANAGER)).isInstanceOf(Done.class);
  }

  private Decision approves(String at, Role as) {
    return evening.asksAs(at, as.name(), as, asked -> new ApproveRemedy(asked, 1, null));
  }

  @Test
  void what_was_given_longer_ago_does_not_count() {
    assertThat(gives(Role.FRONT_LINE, at("2026-01-14T10:01", "9"))).isInstanceOf(Done.class);
    assertThat(gives(Role.FRONT_LINE, at("2026-01-14T10:03", "9"))).isInstanceOf(AskedOf.class);
  }

  @Test
  void a_duty_manager_has_looked_by_giving() {
    assertThat(gives(Role.DUTY_MANAGER, at("2026-06-01T12:00", "3"))).isInstanceOf(Done.class);
  }
}
