package io.amends.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandAsked.Details;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.orchestrator.domain.RecoveryCommand;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WireCommandsTest {

  private static final Instant AT = Instant.parse("2027-01-12T07:24:00Z");

  @ParameterizedTest
  @CsvSource({
    "GRANT_REMEDY, details.remedy",
    "REMEDY_REACHED, details.number",
    "SET_ROOT_CAUSE, details.rootCause",
    "HAND_OVER, details.department",
    "PAUSE, details.reason",
    "RESUME, details.reason"
  })
  void what_a_verb_needs_is_named(Verb verb, String field) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(verb))
        .withMessage(field + ": absent (expected: what the verb needs)");
  }

  @Test
  void it_was_asked_when_the_log_says() {
    assertThat(of(Verb.ACKNOWLEDGE).asked().at()).isEqualTo(AT);
  }

  @ParameterizedTest
  @EnumSource(names = {"APOLOGY", "EXPLANATION"})
  void words_can_not_carry_money_past_the_limits(RemedyType words) {
    Money money = new Money(24_000, Currency.getInstance("SGD"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Verb.GRANT_REMEDY, Details.of(words, money, null, null)))
        .withMessage("details.worth: present (expected: absent, %s has no worth)", words);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Verb.GRANT_REMEDY, Details.of(words, null, 9_000L, null)))
        .withMessage("details.points: present (expected: absent, %s has no worth)", words);
    assertThat(of(Verb.GRANT_REMEDY, Details.of(words, null, null, null)))
        .isInstanceOf(GrantRemedy.class);
  }

  private static RecoveryCommand of(Verb verb) {
    return of(verb, null);
  }

  private static RecoveryCommand of(Verb verb, @Nullable Details details) {
    return WireCommands.of(
        new CommandAsked(
            "c-1",
            new GuestId("G-301"),
            new CaseId("C-1"),
            verb,
            Actor.staff("ana"),
            Role.FRONT_LINE,
            Set.of("*"),
            details),
        AT);
  }
}
