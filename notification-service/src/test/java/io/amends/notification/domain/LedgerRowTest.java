package io.amends.notification.domain;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.POLICY;
import static io.amends.notification.domain.Evening.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Deferred;
import io.amends.contracts.notification.NotificationEvent.Failed;
import io.amends.contracts.notification.NotificationEvent.Returned;
import io.amends.contracts.notification.NotificationEvent.Sending;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.notification.NotificationEvent.Suppressed;
import io.amends.contracts.notification.NotificationEvent.Unknown;
import io.amends.notification.domain.Again.Next;
import io.amends.notification.domain.LedgerRow.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerRowTest {

  private static final Draft FOLLOW_UP = draft(Purpose.FOLLOW_UP, CASE);
  private static final Message MESSAGE = FOLLOW_UP.message();
  private static final Instant THEN = AFTERNOON.plusSeconds(1);

  private static LedgerRow dispatched(Draft draft) {
    return LedgerRow.planned(draft, AFTERNOON).dispatched(AFTERNOON);
  }

  private static Next next(LedgerRow row) {
    return Again.after(row, POLICY.lastGate());
  }

  @Test
  void a_message_goes_from_the_gate_over_the_call_to_its_result() {
    LedgerRow row = dispatched(FOLLOW_UP);
    assertThat(row.attempts()).isEqualTo(1);
    row = row.after(new Sending(MESSAGE, THEN, 1));
    assertThat(row.state()).isEqualTo(State.SENDING);
    row = row.after(new Sent(MESSAGE, THEN, 1, "<id>"));
    assertThat(row.state()).isEqualTo(State.SENT);
    assertThat(row.state().waits()).isFalse();
    assertThat(next(row)).isEqualTo(new Next.Leave());
  }

  @Test
  void what_is_told_of_an_earlier_attempt_comes_too_late() {
    LedgerRow second = dispatched(FOLLOW_UP).after(new Returned(MESSAGE, THEN, 1, "QUIET_HOURS"));
    second = second.dispatched(THEN);
    assertThat(second.after(new Returned(MESSAGE, THEN, 1, "QUIET_HOURS"))).isEqualTo(second);
    assertThat(second.after(new Sent(MESSAGE, THEN, 2, "<id>")).state()).isEqualTo(State.SENT);
  }

  @Test
  void what_the_last_look_gives_back_is_decided_again_at_once() {
    LedgerRow back = dispatched(FOLLOW_UP).after(new Returned(MESSAGE, THEN, 1, "QUIET_HOURS"));
    assertThat(next(back)).isEqualTo(new Next.AskGate(THEN));
    assertThat(back.refusals()).as("no provider was asked").isZero();
  }

  @Test
  void of_what_may_have_gone_out_staff_are_told_again_and_guests_are_not() {
    assertThat(next(dispatched(FOLLOW_UP).after(new Unknown(MESSAGE, THEN, 1))))
        .isEqualTo(new Next.Leave());
    Draft alert = draft(Purpose.STAFF_ALERT, CASE);
    LedgerRow unknown = dispatched(alert).after(new Unknown(alert.message(), THEN, 1));
    assertThat(next(unknown))
        .as("not at once")
        .isEqualTo(new Next.AskGate(THEN.plus(Again.pause(alert.message(), 1))));
    assertThat(unknown.state().waits()).isTrue();
  }

  @Test
  void a_provider_who_cannot_now_is_asked_again_ever_more_rarely_and_then_given_up() {
    LedgerRow row = LedgerRow.planned(FOLLOW_UP, AFTERNOON);
    Duration before = Duration.ZERO;
    for (int i = 1; i <= Again.MOST_REFUSALS; i++) {
      row = row.dispatched(THEN).after(new Deferred(MESSAGE, THEN, i, "MAIL_SERVER_GONE"));
      assertThat(next(row)).isInstanceOf(Next.AskGate.class);
      Duration pause = Duration.between(THEN, ((Next.AskGate) next(row)).at());
      assertThat(pause).isBetween(Duration.ofSeconds(24), Duration.ofMinutes(144));
      assertThat(pause).as("refusal %d", i).isGreaterThan(before.dividedBy(2));
      before = pause;
    }
    row = row.dispatched(THEN).after(new Deferred(MESSAGE, THEN, 7, "MAIL_SERVER_GONE"));
    assertThat(next(row)).isEqualTo(new Next.GiveUp("PROVIDER_UNAVAILABLE"));
  }

  @Test
  void who_is_left_alone_for_the_failures_of_others_loses_no_attempt_and_is_asked_soon() {
    Draft alert = draft(Purpose.STAFF_ALERT, CASE);
    LedgerRow row = LedgerRow.planned(alert, AFTERNOON);
    for (int i = 1; i <= 20; i++) {
      row = row.dispatched(THEN).after(new Deferred(alert.message(), THEN, i, "DESTINATION_DOWN"));
      assertThat(next(row)).isInstanceOf(Next.AskGate.class);
      assertThat(Duration.between(THEN, ((Next.AskGate) next(row)).at()))
          .isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
    }
    assertThat(row.refusals()).isZero();
    row = row.dispatched(THEN).after(new Unknown(alert.message(), THEN, 21));
    assertThat(next(row)).as("nor the repeats").isInstanceOf(Next.AskGate.class);
  }

  @Test
  void what_the_log_says_of_an_earlier_attempt_counts_nothing() {
    LedgerRow second = dispatched(FOLLOW_UP).after(new Returned(MESSAGE, THEN, 1, "QUIET_HOURS"));
    second = second.dispatched(THEN);
    assertThat(second.after(new Deferred(MESSAGE, THEN, 1, "MAIL_SERVER_GONE"))).isEqualTo(second);
    assertThat(second.after(new Unknown(MESSAGE, THEN, 1))).isEqualTo(second);
  }

  @Test
  void a_message_that_brings_the_service_down_each_time_is_not_tried_for_ever() {
    Draft alert = draft(Purpose.STAFF_ALERT, CASE);
    LedgerRow row = LedgerRow.planned(alert, AFTERNOON);
    int tries = 0;
    do {
      tries++;
      row = row.dispatched(THEN).after(new Unknown(alert.message(), THEN, tries));
    } while (next(row) instanceof Next.AskGate);
    assertThat(tries).isEqualTo(1 + Again.MOST_REPEATS);
    assertThat(next(row)).as("people hear of it").isEqualTo(new Next.GiveUp("OUTCOME_UNKNOWN"));
  }

  @Test
  void a_ledger_that_lost_its_rows_does_not_plan_again_what_the_log_says_was_settled() {
    assertThat(LedgerRow.isToPlan(null)).isTrue();
    assertThat(LedgerRow.isToPlan(fromLog(new NotificationEvent.Planned(MESSAGE, THEN)))).isTrue();
    assertThat(LedgerRow.isToPlan(fromLog(new Deferred(MESSAGE, THEN, 1, "X")))).isTrue();
    for (NotificationEvent settled :
        new NotificationEvent[] {
          new Sending(MESSAGE, THEN, 1),
          new Sent(MESSAGE, THEN, 1, "<id>"),
          new Unknown(MESSAGE, THEN, 1),
          new Failed(MESSAGE, THEN, 1, "X"),
          new Suppressed(MESSAGE, THEN, "NO_CONSENT"),
          new NotificationEvent.Expired(MESSAGE, THEN)
        }) {
      assertThat(LedgerRow.isToPlan(fromLog(settled))).as(settled.toString()).isFalse();
    }
  }

  @Test
  void what_is_planned_again_on_a_replay_stops_at_what_the_log_says() {
    LedgerRow again = LedgerRow.planned(FOLLOW_UP, THEN);
    assertThat(again.after(new Sent(MESSAGE, THEN, 1, "<id>")).state().waits()).isFalse();
    assertThat(again.after(new Suppressed(MESSAGE, THEN, "SHADOW")).state().waits()).isFalse();
  }

  private static LedgerRow fromLog(NotificationEvent event) {
    return LedgerRow.fromLog(event);
  }
}
