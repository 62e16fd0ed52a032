package io.amends.notification.domain;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.NIGHT;
import static io.amends.notification.domain.Evening.POLICY;
import static io.amends.notification.domain.Evening.SINGAPORE;
import static io.amends.notification.domain.Evening.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.RecoveryEvent.PromiseWarned;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whom the night is spared. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WarningPlanTest {

  /** Seven in the morning there. */
  private static final Instant SEVEN = Instant.parse("2027-01-12T23:00:00Z");

  private static Instant due(Severity severity, Role owner, Instant at) {
    PromiseWarned warned =
        new PromiseWarned(stamp(4, at), Clock.FIX, 1, "80%", at.plusSeconds(36_000), owner);
    return WarningPlan.due(warned, severity, SINGAPORE, POLICY.escalation().night());
  }

  @Test
  void what_is_minor_waits_for_the_end_of_the_night_except_for_the_front_line() {
    assertThat(due(Severity.MINOR, Role.SUPERVISOR, NIGHT)).isEqualTo(SEVEN);
    assertThat(due(Severity.MINOR, Role.FRONT_LINE, NIGHT)).isEqualTo(NIGHT);
    assertThat(due(Severity.MAJOR, Role.SUPERVISOR, NIGHT)).isEqualTo(NIGHT);
    assertThat(due(Severity.MINOR, Role.SUPERVISOR, AFTERNOON)).isEqualTo(AFTERNOON);
  }
}
