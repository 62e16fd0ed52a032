package io.amends.notification.stream;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.HOTEL;
import static io.amends.notification.domain.Evening.MORNING;
import static io.amends.notification.domain.Evening.facts;
import static io.amends.notification.domain.Evening.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Channel;
import io.amends.contracts.FailureType;
import io.amends.contracts.GuestId;
import io.amends.contracts.inbound.Consent;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.NotificationEvent.Suppressed;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.DoubleDeviation;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.retention.RiskAlert;
import io.amends.contracts.retention.RiskScored.Band;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.domain.Evening;
import io.amends.notification.domain.morning.Arrival;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several ids turn out to be one guest: what one of them said holds for all. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnePersonTest {

  private static final Duration SETTLED = Duration.ofMinutes(31);

  /** Of none of these is it a control group's turn; that is told apart by a hash of the id. */
  private static final GuestId OLD = new GuestId("G-1");

  private static final GuestId NEW = new GuestId("G-2");
  private static final GuestId NEWEST = new GuestId("G-3");

  private final Driven house;
  private final TestOutputTopic<byte[], byte[]> between;
  private int told;

  OnePersonTest(@TempDir Path folder) {
    house = new Driven(folder);
    between = house.output(Topics.REPORTS.on(""));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void says(GuestId guest, Consent.Purpose purpose, Consent.State state, Instant at) {
    String body =
        """
        {"guestId":"%s","source":"pms","history":false,"kind":"CONSENT_CHANGED",
         "occurredAt":"%s","purpose":"%s","channel":"EMAIL","state":"%s"}
        """
            .formatted(guest.value(), at, purpose, state);
    in(Topics.INTERACTIONS.on(""), guest, Json.read(Keys.bytes(body), InteractionRecorded.class));
  }

  private void agrees(GuestId guest) {
    says(guest, Consent.Purpose.MARKETING, Consent.State.GRANTED, AFTERNOON.minusSeconds(60));
  }

  private void refuses(GuestId guest) {
    says(guest, Consent.Purpose.MARKETING, Consent.State.REVOKED, AFTERNOON.minusSeconds(90));
  }

  private void crosses(GuestId guest, String cause) {
    Instant now = house.clock.instant();
    RiskAlert alert =
        new RiskAlert(
            guest,
            now,
            Band.NONE,
            Band.HIGH,
            0.6,
            0.3,
            cause,
            HOTEL,
            null,
            FailureType.UNREASONABLY_SLOW_SERVICE,
            List.of(),
            null);
    in(Topics.RISK_ALERTS.on(""), guest, alert);
  }

  private void link(GuestId from, GuestId to) {
    GuestsLinked linked = new GuestsLinked(from, to, "pms", AFTERNOON);
    in(Topics.GUEST_LINKS.on(""), from, linked);
    in(Topics.GUEST_LINKS.on(""), to, linked);
  }

  private void hear(RecoveryEvent event) {
    in(Topics.CASE_EVENTS.on(""), event.stamp().guestId(), event);
  }

  private void in(String topic, GuestId guest, Object event) {
    house.in(topic, guest, event, "event/" + told++);
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

  private List<GuestId> offered() {
    return house.at(house.clock.instant().plus(SETTLED)).stream()
        .map(order -> order.draft().message().guestId())
        .toList();
  }

  private List<String> why() {
    return house.told(Suppressed.class).stream().map(Suppressed::reason).toList();
  }

  private static <T> List<List<T>> orders(List<T> steps) {
    if (steps.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (T first : steps) {
      List<T> rest = steps.stream().filter(step -> step != first).toList();
      for (List<T> order : orders(rest)) {
        List<T> one = new ArrayList<>(List.of(first));
        one.addAll(order);
        all.add(one);
      }
    }
    return all;
  }

  /** Three ids that nobody has used yet. */
  private record Ids(GuestId old, GuestId now, GuestId last) {
    static Ids of(String prefix, int number) {
      return new Ids(
          new GuestId(prefix + "A-" + number),
          new GuestId(prefix + "B-" + number),
          new GuestId(prefix + "C-" + number));
    }
  }

  @Test
  void a_no_under_the_first_id_reaches_the_third_in_whatever_order_all_is_heard() {
    List<Consumer<Ids>> steps =
        List.of(
            ids -> agrees(ids.last()),
            ids -> refuses(ids.old()),
            ids -> link(ids.old(), ids.now()),
            ids -> link(ids.now(), ids.last()),
            ids -> crosses(ids.last(), "cause"));
    List<List<Consumer<Ids>>> orders = orders(steps);
    for (int i = 0; i < orders.size(); i++) {
      Ids joined = Ids.of("J", i);
      Ids apart = Ids.of("S", i);
      for (Consumer<Ids> step : orders.get(i)) {
        step.accept(joined);
        if (step != steps.get(2)) {
          step.accept(apart);
        }
      }
    }
    house.clock.moveTo(AFTERNOON.plus(SETTLED));
    List<String> written =
        house.tick(60).stream().map(order -> order.draft().message().guestId().value()).toList();
    assertThat(written).as("joined").noneMatch(id -> id.startsWith("J"));
    assertThat(written).as("another person's no is nobody else's").hasSizeGreaterThan(90);
  }

  @Test
  void a_no_that_is_said_under_the_old_id_after_the_join_holds_at_once() {
    agrees(NEW);
    link(OLD, NEW);
    crosses(NEW, "cause");
    refuses(OLD);
    assertThat(offered()).isEmpty();
    assertThat(why()).containsExactly("NO_CONSENT");
  }

  @Test
  void who_says_yes_once_it_is_known_who_they_are_is_written_to_again() {
    refuses(OLD);
    link(OLD, NEW);
    says(NEW, Consent.Purpose.MARKETING, Consent.State.GRANTED, AFTERNOON.plusSeconds(1));
    crosses(NEW, "cause");
    assertThat(offered()).containsExactly(NEW);
  }

  @Test
  void what_the_old_id_was_sent_counts_for_the_caps_of_the_id_that_is() {
    agrees(OLD);
    agrees(NEW);
    crosses(OLD, "first");
    assertThat(offered()).containsExactly(OLD);
    link(OLD, NEW);
    crosses(NEW, "second");
    assertThat(offered()).as("one a week, under whichever id").isEmpty();
  }

  @Test
  void what_waits_under_the_old_id_reaches_the_guest_once() {
    agrees(OLD);
    agrees(NEW);
    link(OLD, NEW);
    crosses(OLD, "the same");
    crosses(NEW, "the same");
    assertThat(house.at(AFTERNOON.plus(Duration.ofMinutes(30))))
        .extracting(order -> order.draft().message().guestId())
        .containsExactly(OLD);
    house.clock.moveTo(AFTERNOON.plus(Duration.ofDays(7)));
    assertThat(offered()).as("nor when the cap has room again").isEmpty();
    assertThat(why()).containsExactly("TOLD_UNDER_ANOTHER_ID");
  }

  @Test
  void what_waits_for_the_same_hour_under_both_ids_does_not_go_twice() {
    house.clock.moveTo(Evening.NIGHT);
    agrees(OLD);
    agrees(NEW);
    crosses(OLD, "first");
    crosses(NEW, "second");
    link(OLD, NEW);
    assertThat(offered()).isEmpty();
    house.clock.moveTo(MORNING);
    assertThat(house.tick(30)).as("one a week, when the night is over").hasSize(1);
  }

  @Test
  void nothing_is_sold_to_the_id_that_is_while_a_case_of_the_old_one_is_open() {
    hear(opened());
    agrees(NEW);
    link(Evening.GUEST, NEW);
    crosses(NEW, "cause");
    assertThat(offered()).isEmpty();
    assertThat(why()).containsExactly("CASE_OPEN");
  }

  @Test
  void a_case_under_the_old_id_asks_nobody_who_has_refused_under_the_new() {
    hear(opened());
    says(NEW, Consent.Purpose.SERVICE, Consent.State.REVOKED, AFTERNOON);
    link(Evening.GUEST, NEW);
    hear(new RecoveryEvent.FollowUpDue(stamp(7, AFTERNOON), Clock.CHECK_BACK, null));
    assertThat(house.tick(12)).isEmpty();
    assertThat(why()).containsExactly("NO_CONSENT");
  }

  @Test
  void who_erases_the_old_id_does_not_erase_its_no() {
    agrees(NEW);
    refuses(OLD);
    link(OLD, NEW);
    house.erase(OLD);
    crosses(NEW, "cause");
    assertThat(offered()).isEmpty();
  }

  @Test
  void what_is_told_twice_is_passed_on_once() {
    refuses(OLD);
    link(OLD, NEW);
    link(NEW, NEWEST);
    assertThat(passedOn()).isPositive();
    link(OLD, NEW);
    link(NEW, NEWEST);
    refuses(OLD);
    assertThat(passedOn()).isZero();
  }

  @Test
  void two_that_were_joined_to_each_other_come_to_rest() {
    agrees(NEW);
    link(OLD, NEW);
    link(NEW, OLD);
    refuses(OLD);
    assertThat(passedOn()).isLessThan(10);
    crosses(NEW, "cause");
    assertThat(offered()).isEmpty();
  }

  private long passedOn() {
    return between.readRecordsToList().stream()
        .map(TestRecord::headers)
        .filter(headers -> EventHeaders.read(headers).type().contains("person-told"))
        .count();
  }

  @Test
  void a_hotel_that_expects_the_id_that_is_hears_how_the_old_one_was_let_down() {
    hear(opened());
    Situation twice = Situation.of(facts(Channel.FRONT_DESK)).with(DoubleDeviation.REOPENED);
    hear(
        new RecoveryEvent.SituationChanged(
            stamp(2, AFTERNOON),
            RecoveryEvent.Change.ROOM_MOVED,
            twice,
            List.of(),
            List.of(),
            List.of(),
            null));
    hear(new RecoveryEvent.CaseClosed(stamp(3, AFTERNOON)));
    String booking =
        """
        {"guestId":"%s","source":"pms","history":false,"kind":"BOOKING_MADE","bookingId":"B-1",
         "occurredAt":"2027-01-12T07:30:00Z","propertyId":"%s","arrivalDate":"2027-01-13"}
        """
            .formatted(NEW.value(), HOTEL.value());
    in(Topics.INTERACTIONS.on(""), NEW, Json.read(Keys.bytes(booking), InteractionRecorded.class));
    TestOutputTopic<byte[], byte[]> hotels = house.output(Topics.HOTEL_MORNINGS.on(""));
    assertThat(hotels.readValuesToList()).isEmpty();
    link(Evening.GUEST, NEW);
    assertThat(hotels.readValuesToList())
        .extracting(body -> Json.read(body, Arrival.class).guestId())
        .containsExactly(NEW);
    assertThat(house.clock.instant()).isBefore(MORNING);
  }
}
