package io.amends.notification.stream;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.GUEST;
import static io.amends.notification.domain.Evening.HOTEL;
import static io.amends.notification.domain.Evening.MORNING;
import static io.amends.notification.domain.Evening.NIGHT;
import static io.amends.notification.domain.Evening.facts;
import static io.amends.notification.domain.Evening.hotel;
import static io.amends.notification.domain.Evening.person;
import static io.amends.notification.domain.Evening.roster;
import static io.amends.notification.domain.Evening.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Channel;
import io.amends.contracts.GuestId;
import io.amends.contracts.Role;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Deferred;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.notification.NotificationEvent.Unknown;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.contracts.retention.RiskAlert;
import io.amends.contracts.retention.RiskScored.Band;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Evening;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.domain.LedgerRow.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What concerns a guest goes in, what is told comes out, once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GateTopologyTest {

  private final Driven house;

  GateTopologyTest(@TempDir Path folder) {
    house = new Driven(folder);
    table(Topics.ROSTERS.on(""), roster(person("ana", Role.FRONT_LINE)));
    hear(opened());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void live(Mode mode) {
    table(Topics.PROPERTIES.on(""), hotel(mode));
  }

  private void table(String topic, Object row) {
    house.table(topic, HOTEL.value(), row);
  }

  private static RecoveryEvent opened() {
    return new RecoveryEvent.CaseOpened(
        stamp(1, AFTERNOON),
        facts(Channel.FRONT_DESK),
        Evening.casePolicy(),
        List.of(),
        List.of(),
        List.of());
  }

  private void hear(RecoveryEvent event) {
    in(Topics.CASE_EVENTS.on(""), event, event.stamp().eventId());
  }

  private void hear(NotificationEvent event) {
    in(Topics.NOTIFICATIONS.on(""), event, event.getClass().getSimpleName());
  }

  private void in(String topic, Object event, String id) {
    house.in(topic, GUEST, event, id);
  }

  private static RecoveryEvent followUpDue(Instant at) {
    return new RecoveryEvent.FollowUpDue(stamp(7, at), Clock.CHECK_BACK, null);
  }

  private List<Out.Order> tick() {
    return house.tick(3); // one sweep is held when the clock has jumped
  }

  private LedgerRow row(String messageId) {
    KeyValueStore<String, byte[]> store = house.driver.getKeyValueStore(GateTopology.LEDGER);
    return Rows.ledger(Objects.requireNonNull(store.get(GUEST.value() + "/" + messageId)));
  }

  @Test
  void what_is_due_goes_out_once_however_often_its_event_comes() {
    hear(followUpDue(AFTERNOON));
    hear(followUpDue(AFTERNOON));
    assertThat(tick()).extracting(Out.Order::attempt).containsExactly(1);
    hear(followUpDue(AFTERNOON));
    assertThat(tick()).isEmpty();
  }

  @Test
  void a_guest_who_has_told_us_nothing_is_asked_back_by_the_hotel_of_the_last_stay() {
    GuestId quiet = new GuestId("G-900");
    InteractionRecorded stay =
        Json.read(
            Keys.bytes(
                """
                {"guestId":"G-900","source":"pms","history":true,"kind":"STAY_COMPLETED",
                 "occurredAt":"2026-01-02T12:00:00Z","propertyId":"%s"}
                """
                    .formatted(HOTEL.value())),
            InteractionRecorded.class);
    house.in(Topics.INTERACTIONS.on(""), quiet, stay, "stay-1");
    RiskAlert alert =
        new RiskAlert(
            quiet,
            AFTERNOON,
            Band.NONE,
            Band.ELEVATED,
            0.5,
            0.3,
            "silence",
            null,
            null,
            null,
            List.of(),
            null);
    house.in(Topics.RISK_ALERTS.on(""), quiet, alert, "alert-1");

    KeyValueStore<String, byte[]> store = house.driver.getKeyValueStore(GateTopology.LEDGER);
    byte[] row = Objects.requireNonNull(store.get(quiet.value() + "/offer/silence"));
    Draft offer = Objects.requireNonNull(Rows.ledger(row).draft());
    assertThat(offer.get("property")).isEqualTo(hotel(Mode.LIVE).name());
    assertThat(offer.get("offer")).isEqualTo("DISCOUNT");
  }

  @Test
  void nothing_goes_out_before_all_that_the_log_holds_was_heard() {
    house.readUp = false;
    hear(followUpDue(AFTERNOON));
    assertThat(tick()).isEmpty();
    hear(new RecoveryEvent.FollowUpAnswered(stamp(8, AFTERNOON), null));
    house.readUp = true;
    assertThat(tick()).isEmpty();
    assertThat(row("case-1/7").reason()).isEqualTo("DONE_ALREADY");
  }

  @Test
  void on_a_replay_with_a_wiped_ledger_what_was_sent_is_not_sent_again() {
    house.readUp = false;
    hear(followUpDue(AFTERNOON));
    Draft draft = Objects.requireNonNull(row("case-1/7").draft());
    hear(new Sent(draft.message(), AFTERNOON, 1, "<id>"));
    house.readUp = true;
    assertThat(tick()).isEmpty();
    assertThat(row("case-1/7").state()).isEqualTo(State.SENT);
  }

  @Test
  void what_nobody_needs_any_more_expires_and_is_never_sent() {
    hear(followUpDue(AFTERNOON.minus(Duration.ofDays(2))));
    assertThat(tick()).isEmpty();
    assertThat(row("case-1/7").state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void what_is_due_at_night_waits_for_the_morning_and_is_looked_at_again_then() {
    house.clock.moveTo(NIGHT);
    hear(followUpDue(NIGHT));
    assertThat(tick()).isEmpty();
    assertThat(row("case-1/7").state()).isEqualTo(State.HELD);
    house.clock.moveTo(MORNING.minusSeconds(2));
    assertThat(tick()).as("a second before").isEmpty();
    house.clock.moveTo(MORNING);
    assertThat(tick()).hasSize(1);
  }

  @Test
  void while_a_hotel_is_not_live_nothing_goes_out_and_the_ledger_says_so() {
    live(Mode.SHADOW);
    hear(followUpDue(AFTERNOON));
    assertThat(tick()).isEmpty();
    assertThat(row("case-1/7").reason()).isEqualTo("SHADOW");
  }

  @Test
  void a_provider_who_cannot_now_is_asked_again_after_a_while() {
    hear(followUpDue(AFTERNOON));
    Draft draft = tick().getFirst().draft();
    hear(new Deferred(draft.message(), house.clock.instant(), 1, "MAIL_SERVER_GONE"));
    assertThat(tick()).isEmpty();
    house.clock.moveTo(house.clock.real().plusSeconds(60));
    assertThat(tick()).extracting(Out.Order::attempt).containsExactly(2);
  }

  @Test
  void a_guest_is_not_told_again_what_may_have_gone_out() {
    hear(followUpDue(AFTERNOON));
    Draft draft = tick().getFirst().draft();
    hear(new Unknown(draft.message(), house.clock.instant(), 1));
    assertThat(tick()).isEmpty();
    assertThat(row("case-1/7").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void an_alert_goes_to_everybody_on_duty_and_again_if_it_may_not_have_gone_out() {
    hear(Evening.alert(2, Role.FRONT_LINE, AFTERNOON));
    Draft draft = tick().getFirst().draft();
    assertThat(draft.message().staffId()).isEqualTo("ana");
    hear(new Unknown(draft.message(), house.clock.instant(), 1));
    assertThat(tick()).as("not at once").isEmpty();
    house.clock.moveTo(house.clock.real().plusSeconds(40));
    assertThat(tick()).extracting(Out.Order::attempt).containsExactly(2);
  }

  @Test
  void an_alert_for_which_nobody_is_named_goes_to_head_office_or_is_kept_as_told_to_nobody() {
    hear(Evening.alert(2, Role.DUTY_MANAGER, AFTERNOON));
    assertThat(tick()).isEmpty();
    assertThat(row("case-1/2/nobody").reason()).isEqualTo("NOBODY_CONFIGURED");
    table(Topics.ROSTERS.on(""), roster(person("hq", Role.HEAD_OFFICE)));
    hear(Evening.alert(3, Role.DUTY_MANAGER, AFTERNOON));
    assertThat(tick()).extracting(order -> order.draft().message().staffId()).containsExactly("hq");
  }

  @Test
  void an_alert_that_somebody_has_answered_meanwhile_disturbs_nobody() {
    house.readUp = false;
    hear(Evening.alert(2, Role.FRONT_LINE, AFTERNOON));
    hear(new RecoveryEvent.ComplaintAcknowledged(stamp(3, AFTERNOON), null));
    house.readUp = true;
    assertThat(tick()).isEmpty();
    assertThat(row("case-1/2/ana").reason()).isEqualTo("DONE_ALREADY");
  }

  private static RecoveryEvent warned(
      int version, Clock clock, Role owner, Instant at, Instant dueAt) {
    return new RecoveryEvent.PromiseWarned(stamp(version, at), clock, 1, "80%", dueAt, owner);
  }

  private static RecoveryEvent warned(int version, Role owner, Instant at, Instant dueAt) {
    return warned(version, Clock.ACKNOWLEDGE, owner, at, dueAt);
  }

  @Test
  void a_warning_goes_to_whoever_owns_the_promise_and_to_nobody_else() {
    table(
        Topics.ROSTERS.on(""),
        roster(person("ana", Role.FRONT_LINE), person("mia", Role.SUPERVISOR)));
    hear(warned(4, Role.SUPERVISOR, AFTERNOON, AFTERNOON.plusSeconds(900)));
    List<Out.Order> orders = tick();
    assertThat(orders)
        .extracting(order -> order.draft().message().staffId())
        .containsExactly("mia");
    assertThat(orders.getFirst().draft().template()).isEqualTo("warning");
    hear(warned(5, Role.DUTY_MANAGER, AFTERNOON, AFTERNOON.plusSeconds(900)));
    assertThat(tick()).as("not passed on to others").isEmpty();
  }

  @Test
  void a_warning_about_what_is_done_or_too_late_disturbs_nobody() {
    house.readUp = false;
    hear(warned(4, Role.FRONT_LINE, AFTERNOON, AFTERNOON.plusSeconds(900)));
    hear(new RecoveryEvent.ComplaintAcknowledged(stamp(5, AFTERNOON), null));
    house.readUp = true;
    assertThat(tick()).isEmpty();
    assertThat(row("case-1/4/ana").reason()).isEqualTo("DONE_ALREADY");
    hear(warned(6, Role.FRONT_LINE, AFTERNOON.minusSeconds(900), AFTERNOON));
    assertThat(tick()).isEmpty();
    assertThat(row("case-1/6/ana").state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void while_nobody_has_acknowledged_the_other_promises_keep_silent() {
    hear(warned(4, Clock.FIX, Role.FRONT_LINE, AFTERNOON, AFTERNOON.plusSeconds(900)));
    assertThat(tick()).isEmpty();
    assertThat(row("case-1/4/ana").reason()).isEqualTo("ANOTHER_CAUSE_SPEAKS");
    hear(new RecoveryEvent.ComplaintAcknowledged(stamp(5, AFTERNOON), null));
    hear(warned(6, Clock.FIX, Role.FRONT_LINE, AFTERNOON, AFTERNOON.plusSeconds(900)));
    assertThat(tick()).hasSize(1);
  }
}
