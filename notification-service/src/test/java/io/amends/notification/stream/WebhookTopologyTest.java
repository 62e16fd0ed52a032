package io.amends.notification.stream;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.GUEST;
import static io.amends.notification.domain.Evening.HOTEL;
import static io.amends.notification.domain.Evening.facts;
import static io.amends.notification.domain.Evening.hotel;
import static io.amends.notification.domain.Evening.person;
import static io.amends.notification.domain.Evening.roster;
import static io.amends.notification.domain.Evening.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Actor;
import io.amends.contracts.Channel;
import io.amends.contracts.Flag;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Deferred;
import io.amends.contracts.notification.NotificationEvent.Failed;
import io.amends.contracts.notification.NotificationEvent.Sending;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.notification.NotificationEvent.Unknown;
import io.amends.contracts.notification.RemedyHandedOver;
import io.amends.contracts.recovery.Grant;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.RemedyTakenBack;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.reference.Webhook;
import io.amends.contracts.reference.Webhook.Takes;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Evening;
import io.amends.notification.domain.HandingOver;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.domain.LedgerRow.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other systems are told: alerts, and what a guest is to be given. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookTopologyTest {

  private static final String REMEDY = "case-1/remedy/1/loyalty";

  private final Driven house;

  WebhookTopologyTest(@TempDir Path folder) {
    house = new Driven(folder);
    live(Mode.LIVE);
    table(Topics.ROSTERS.on(""), roster(person("ana", Role.FRONT_LINE)));
    hear(
        new RecoveryEvent.CaseOpened(
            stamp(1, AFTERNOON),
            facts(Channel.FRONT_DESK),
            Evening.casePolicy(),
            List.of(),
            List.of(),
            List.of()));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void live(Mode mode) {
    table(
        Topics.PROPERTIES.on(""),
        hotel(
            mode,
            List.of(
                new Webhook("tasks", Takes.STAFF_ALERTS, "https://tasks.example/in"),
                new Webhook("loyalty", Takes.REMEDIES, "https://loyalty.example/in"))));
  }

  private void table(String topic, Object row) {
    house.table(topic, HOTEL.value(), row);
  }

  private void hear(RecoveryEvent event) {
    house.in(Topics.CASE_EVENTS.on(""), GUEST, event, event.stamp().eventId());
  }

  private void hear(NotificationEvent event) {
    house.in(
        Topics.NOTIFICATIONS.on(""), GUEST, event, event.getClass().getSimpleName() + event.at());
  }

  private LedgerRow row(String messageId) {
    KeyValueStore<String, byte[]> store = house.driver.getKeyValueStore(GateTopology.LEDGER);
    return Rows.ledger(Objects.requireNonNull(store.get(GUEST.value() + "/" + messageId)));
  }

  private List<Out.Order> deliveries() {
    house.tick();
    return house.deliveries();
  }

  /** As the contract's own example has it, in this case. */
  private static RemedyGranted granted(RemedyType type) {
    RemedyGranted sample;
    try (var in =
        WebhookTopologyTest.class.getResourceAsStream(
            "/samples/amends.recovery.remedy-granted.v1.json")) {
      sample = Json.read(Objects.requireNonNull(in).readAllBytes(), RemedyGranted.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Remedy remedy = sample.remedy();
    Grant grant = remedy.grant();
    return new RemedyGranted(
        stamp(5, AFTERNOON),
        new Remedy(
            1,
            new Grant(type, grant.worth(), grant.money(), 5_000L, grant.cost(), false),
            remedy.standing(),
            remedy.by(),
            remedy.as(),
            remedy.askedAt(),
            null,
            remedy.route(),
            null,
            List.of(),
            remedy.hold(),
            null,
            null),
        sample.reaches(),
        List.of());
  }

  private static RemedyTakenBack takenBack() {
    return new RemedyTakenBack(stamp(6, AFTERNOON), 1, "Paid twice", List.of());
  }

  @Test
  void an_alert_goes_by_mail_and_to_the_hotels_system_with_ids_of_their_own() {
    hear(Evening.alert(2, Role.FRONT_LINE, AFTERNOON));
    assertThat(house.tick())
        .extracting(order -> order.draft().message().messageId())
        .containsExactly("case-1/2/ana");
    Draft delivery = house.deliveries().getFirst().draft();
    assertThat(delivery.message().messageId()).isEqualTo("case-1/2/ana/tasks");
    assertThat(delivery.message().via()).isEqualTo(Message.Via.WEBHOOK);
    assertThat(delivery.get(Draft.WEBHOOK)).isEqualTo("tasks");
  }

  @Test
  void whoever_has_no_mail_is_reached_by_the_hotels_system() {
    table(
        Topics.ROSTERS.on(""),
        new RosterReference(
            HOTEL,
            List.of(
                new RosterReference.Person("bo", "Bo", Role.FRONT_LINE, null, null, null, null)),
            List.of(),
            null));
    hear(Evening.alert(2, Role.FRONT_LINE, AFTERNOON));
    assertThat(house.tick()).isEmpty();
    assertThat(house.deliveries())
        .extracting(order -> order.draft().message().staffId())
        .containsExactly("bo");
  }

  @Test
  void what_is_serious_comes_by_telephone_too() {
    table(
        Topics.ROSTERS.on(""),
        new RosterReference(
            HOTEL,
            List.of(
                new RosterReference.Person(
                    "bo", "Bo", Role.FRONT_LINE, null, "+65 8123 4567", null, null)),
            List.of(),
            null));
    hear(Evening.alert(2, Role.FRONT_LINE, AFTERNOON));
    assertThat(house.tick()).as("no mail").isEmpty();
    assertThat(house.shortMessages())
        .extracting(order -> order.draft().message().messageId())
        .containsExactly("case-1/2/bo/sms");
  }

  @Test
  void what_turned_serious_comes_by_telephone_too_and_what_turned_minor_does_not() {
    table(
        Topics.ROSTERS.on(""),
        new RosterReference(
            HOTEL,
            List.of(
                new RosterReference.Person(
                    "bo", "Bo", Role.FRONT_LINE, "bo@marina.example", "+65 8123 4567", null, null)),
            List.of(),
            null));
    hear(corrected(2, Severity.MINOR));
    hear(Evening.alert(3, Role.FRONT_LINE, AFTERNOON));
    assertThat(house.tick()).hasSize(1);
    assertThat(house.shortMessages()).isEmpty();
    hear(corrected(4, Severity.CRITICAL));
    hear(Evening.alert(5, Role.FRONT_LINE, AFTERNOON));
    assertThat(house.tick())
        .extracting(order -> order.draft().get("severity"))
        .containsExactly("CRITICAL");
    assertThat(house.shortMessages()).hasSize(1);
  }

  private static RecoveryEvent corrected(int version, Severity severity) {
    return new RecoveryEvent.SituationChanged(
        stamp(version, AFTERNOON),
        RecoveryEvent.Change.SEVERITY_CORRECTED,
        Situation.of(facts(Channel.FRONT_DESK)).with(severity),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  @ParameterizedTest
  @EnumSource(
      value = Flag.class,
      names = {"SENSITIVE", "LEGAL", "PROBLEM_CUSTOMER"})
  void what_is_for_few_eyes_is_mailed_and_goes_to_no_system_and_no_telephone(Flag flag) {
    hear(
        new RecoveryEvent.CaseOpened(
            stamp(1, AFTERNOON),
            facts(Channel.FRONT_DESK, flag),
            Evening.casePolicy(),
            List.of(),
            List.of(),
            List.of()));
    table(
        Topics.ROSTERS.on(""),
        roster(
            new RosterReference.Person(
                "ana", "Ana", Role.FRONT_LINE, "ana@marina.example", "+65 8123 4567", null, null),
            new RosterReference.Person(
                "bo", "Bo", Role.FRONT_LINE, null, "+65 8123 4568", null, null)));
    hear(Evening.alert(2, Role.FRONT_LINE, AFTERNOON));
    assertThat(house.tick())
        .extracting(order -> order.draft().message().messageId())
        .containsExactly("case-1/2/ana");
    assertThat(house.deliveries()).isEmpty();
    assertThat(house.shortMessages()).isEmpty();
    assertThat(row("case-1/2/ana/tasks").reason()).isEqualTo("SENSITIVE");
    assertThat(row("case-1/2/ana/sms").reason()).isEqualTo("SENSITIVE");
  }

  @ParameterizedTest
  @EnumSource(
      value = RemedyType.class,
      names = {"POINTS", "VOUCHER", "UPGRADE"})
  void what_a_system_hands_over_is_handed_over_and_the_case_hears_of_it(RemedyType type) {
    hear(granted(type));
    Draft draft = deliveries().getFirst().draft();
    assertThat(draft.message().messageId()).isEqualTo(REMEDY);
    assertThat(draft.get("remedy")).isEqualTo(type.name());
    assertThat(draft.get("reachesBy")).isEqualTo("2027-01-13T07:24:00Z");
    hear(new Sent(draft.message(), AFTERNOON, 1, "HTTP_200"));
    assertThat(house.reached())
        .containsExactly(new RemedyHandedOver(GUEST, Evening.CASE, 1, AFTERNOON, "loyalty"));
    hear(granted(type));
    assertThat(deliveries()).as("once").isEmpty();
  }

  @Test
  void what_is_given_by_hand_is_no_systems() {
    hear(granted(RemedyType.REFUND));
    assertThat(deliveries()).isEmpty();
  }

  @Test
  void a_system_that_has_only_taken_it_does_not_keep_the_promise() {
    hear(granted(RemedyType.POINTS));
    Draft draft = deliveries().getFirst().draft();
    hear(new Sent(draft.message(), AFTERNOON, 1, HandingOver.PENDING));
    assertThat(house.reached()).isEmpty();
    assertThat(row(REMEDY).state()).isEqualTo(State.SENT);
  }

  @Test
  void while_guests_are_not_written_to_nothing_is_handed_over_either() {
    live(Mode.STAFF_ONLY);
    hear(granted(RemedyType.POINTS));
    assertThat(deliveries()).isEmpty();
    assertThat(row(REMEDY).reason()).isEqualTo("STAFF_ONLY");
  }

  @Test
  void what_is_taken_back_in_time_is_not_handed_over_and_nobody_is_told() {
    house.readUp = false;
    hear(granted(RemedyType.POINTS));
    hear(takenBack());
    house.readUp = true;
    assertThat(deliveries()).isEmpty();
    assertThat(row(REMEDY).reason()).isEqualTo("TAKEN_BACK");
  }

  @Test
  void a_system_that_was_called_is_told_of_what_is_taken_back() {
    hear(granted(RemedyType.POINTS));
    Draft draft = deliveries().getFirst().draft();
    hear(new Sent(draft.message(), AFTERNOON, 1, "HTTP_200"));
    hear(takenBack());
    Draft back = deliveries().getFirst().draft();
    assertThat(back.template()).isEqualTo("remedy-taken-back");
    assertThat(house.reached()).hasSize(1);
    hear(new Sent(back.message(), AFTERNOON, 1, "HTTP_200"));
    assertThat(house.reached()).as("no second reaching").isEmpty();
  }

  private List<String> templates() {
    return deliveries().stream().map(order -> order.draft().template()).toList();
  }

  @Test
  void what_failed_and_is_taken_back_is_not_handed_over_when_somebody_redrives_it() {
    hear(granted(RemedyType.POINTS));
    Message message = deliveries().getFirst().draft().message();
    hear(new Failed(message, house.clock.instant(), 1, "WEBHOOK_REFUSED_400"));
    hear(takenBack());
    assertThat(templates()).containsExactly("remedy-taken-back");
    assertThat(row(REMEDY).state()).isEqualTo(State.SUPPRESSED);
    redrive(HOTEL.value());
    assertThat(deliveries()).isEmpty();
    assertThat(row(REMEDY).reason()).isEqualTo("TAKEN_BACK");
  }

  @Test
  void a_system_that_says_when_is_asked_then() {
    hear(granted(RemedyType.POINTS));
    Message message = deliveries().getFirst().draft().message();
    Instant again = house.clock.instant().plus(Duration.ofHours(2));
    hear(new Deferred(message, house.clock.instant(), 1, "WEBHOOK_ANSWERED_429", again));
    house.clock.moveTo(house.clock.real().plus(Duration.ofHours(1)));
    assertThat(deliveries()).isEmpty();
    house.clock.moveTo(house.clock.real().plus(Duration.ofHours(1)));
    assertThat(deliveries()).hasSize(1);
  }

  @Test
  void what_is_under_way_when_it_is_taken_back_is_not_sent_a_second_time() {
    hear(granted(RemedyType.POINTS));
    Message message = deliveries().getFirst().draft().message();
    hear(new Sending(message, house.clock.instant(), 1));
    hear(takenBack());
    assertThat(templates()).containsExactly("remedy-taken-back");
    hear(new Deferred(message, house.clock.instant(), 1, "WEBHOOK_TIMED_OUT"));
    house.clock.moveTo(house.clock.real().plus(Duration.ofHours(3)));
    assertThat(deliveries()).isEmpty();
    assertThat(row(REMEDY).state()).isEqualTo(State.SUPPRESSED);
    assertThat(row(REMEDY).reason()).isEqualTo("TAKEN_BACK");
  }

  @Test
  void what_fails_after_it_was_taken_back_is_not_handed_over_by_a_redrive_either() {
    hear(granted(RemedyType.POINTS));
    Message message = deliveries().getFirst().draft().message();
    hear(new Sending(message, house.clock.instant(), 1));
    hear(takenBack());
    hear(new Failed(message, house.clock.instant(), 1, "WEBHOOK_REFUSED_400"));
    assertThat(templates()).containsExactly("remedy-taken-back");
    redrive(HOTEL.value());
    assertThat(deliveries()).isEmpty();
    assertThat(row(REMEDY).reason()).isEqualTo("TAKEN_BACK");
  }

  @Test
  void what_may_have_reached_a_system_is_repeated_since_it_drops_repeats() {
    hear(granted(RemedyType.POINTS));
    Draft draft = deliveries().getFirst().draft();
    hear(new Unknown(draft.message(), house.clock.instant(), 1));
    house.clock.moveTo(house.clock.real().plusSeconds(40));
    assertThat(deliveries()).extracting(Out.Order::attempt).containsExactly(2);
  }

  @Test
  void after_seven_refusals_it_has_failed_until_somebody_redrives_it() {
    hear(granted(RemedyType.POINTS));
    Message message = deliveries().getFirst().draft().message();
    for (int attempt = 1; attempt <= 7; attempt++) {
      hear(new Deferred(message, house.clock.instant(), attempt, "WEBHOOK_TIMED_OUT"));
      if (attempt < 7) {
        house.clock.moveTo(house.clock.real().plus(Duration.ofHours(3)));
        assertThat(deliveries()).extracting(Out.Order::attempt).containsExactly(attempt + 1);
      }
    }
    assertThat(deliveries()).isEmpty();
    assertThat(row(REMEDY).state()).isEqualTo(State.FAILED);
    assertThat(house.told(Failed.class))
        .extracting(Failed::reason)
        .containsExactly("PROVIDER_UNAVAILABLE");

    redrive("NYC-MIDTOWN");
    assertThat(deliveries()).as("not theirs").isEmpty();
    redrive(HOTEL.value());
    assertThat(deliveries()).extracting(Out.Order::attempt).containsExactly(8);
    hear(new Sent(message, house.clock.instant(), 8, "HTTP_200"));
    redrive(HOTEL.value());
    assertThat(deliveries()).as("it went").isEmpty();
    assertThat(house.told(NotificationEvent.Redriven.class))
        .extracting(NotificationEvent.Redriven::by)
        .containsExactly(Actor.staff("hq"));
  }

  private void redrive(String property) {
    house.in(
        Topics.REPORTS.on(""),
        GUEST,
        new RedriveAsked(REMEDY, Actor.staff("hq"), Set.of(property)),
        "redrive-" + property + house.clock.real());
  }
}
