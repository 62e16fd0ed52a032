package io.amends.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.orchestrator.domain.RecoveryCommand;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static RecoveryCommand of(Verb verb) {
    return WireCommands.of(
        new CommandAsked(
            "c-1",
            new GuestId("G-301"),
            new CaseId("C-1"),
            verb,
            Actor.staff("ana"),
            Role.FRONT_LINE,
            Set.of("*"),
            null),
        AT);
  }
}
