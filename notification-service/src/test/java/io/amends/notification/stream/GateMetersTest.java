package io.amends.notification.stream;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.notification.domain.Evening;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GateMetersTest {

  private static final Message MESSAGE = Evening.draft(Purpose.FOLLOW_UP, null).message();

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final GateMeters meters = new GateMeters(registry);

  @Test
  void every_reason_stands_at_nought_before_anything_was_held() {
    assertThat(messages("held", "QUIET_HOURS")).isZero();
    assertThat(messages("suppressed", "NO_CONSENT")).isZero();
  }

  @Test
  void what_is_held_is_counted_by_reason_and_for_how_long() {
    meters.count(held("QUIET_HOURS"));
    assertThat(messages("held", "QUIET_HOURS")).isEqualTo(1);
    assertThat(
            registry
                .get("notification.held")
                .tag("reason", "QUIET_HOURS")
                .timer()
                .totalTime(TimeUnit.HOURS))
        .isEqualTo(9);
  }

  @Test
  void a_reason_that_is_none_of_ours_makes_no_label() {
    meters.count(held("guest 4711 is asleep"));
    assertThat(messages("held", "OTHER")).isEqualTo(1);
  }

  private static NotificationEvent held(String reason) {
    return new NotificationEvent.Held(
        MESSAGE, AFTERNOON, AFTERNOON.plus(Duration.ofHours(9)), reason);
  }

  private double messages(String outcome, String reason) {
    return registry
        .get("notification.messages")
        .tag("outcome", outcome)
        .tag("reason", reason)
        .counter()
        .count();
  }
}
