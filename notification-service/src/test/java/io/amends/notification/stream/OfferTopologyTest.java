package io.amends.notification.stream;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.HOTEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Actor;
import io.amends.contracts.FailureType;
import io.amends.contracts.GuestId;
import io.amends.contracts.Nights;
import io.amends.contracts.budget.Budget;
import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent.ExposureDecided;
import io.amends.contracts.notification.NotificationEvent.ExposureDecided.Arm;
import io.amends.contracts.notification.NotificationEvent.Failed;
import io.amends.contracts.notification.NotificationEvent.OfferIssued;
import io.amends.contracts.notification.NotificationEvent.OfferLapsed;
import io.amends.contracts.notification.NotificationEvent.OfferRedeemed;
import io.amends.contracts.notification.NotificationEvent.Suppressed;
import io.amends.contracts.retention.RiskAlert;
import io.amends.contracts.retention.RiskScored.Band;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.security.DerivedCodes;
import io.amends.notification.domain.offer.Offer;
import io.amends.notification.domain.offer.VoucherAnswer;
import io.amends.notification.domain.offer.VoucherAnswer.Result;
import io.amends.notification.domain.offer.VoucherAsked;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a band that is crossed to a voucher that was redeemed, with its month's money. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferTopologyTest {

  private static final String MONTH = "RETENTION_OFFER/SIN-MARINA/2027-01";
  private static final Duration SETTLED = Duration.ofMinutes(31);

  private final Driven house;
  private final TestOutputTopic<byte[], byte[]> answers;

  OfferTopologyTest(@TempDir Path folder) {
    house = new Driven(folder);
    answers = house.output(Topics.VOUCHER_OUTCOMES.on(""));
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Who has agreed to hear from us, and crosses a band. */
  private void crosses(GuestId guest, FailureType failure) {
    InteractionRecorded yes =
        Json.read(
            Keys.bytes(
                """
                {"guestId":"%s","source":"pms","history":false,"kind":"%s",
                 "occurredAt":"2026-01-02T12:00:00Z","purpose":"MARKETING","channel":"EMAIL",
                 "state":"GRANTED"}
                """
                    .formatted(guest.value(), InteractionKind.CONSENT_CHANGED)),
            InteractionRecorded.class);
    house.in(Topics.INTERACTIONS.on(""), guest, yes, guest.value() + "/yes");
    RiskAlert alert =
        new RiskAlert(
            guest, AFTERNOON, Band.NONE, Band.HIGH, 0.6, 0.3, "cause", HOTEL, null, failure,
            List.of(), null);
    house.in(Topics.RISK_ALERTS.on(""), guest, alert, guest.value() + "/alert");
  }

  private Out.Order offered(GuestId guest) {
    crosses(guest, FailureType.UNREASONABLY_SLOW_SERVICE);
    List<Out.Order> orders = house.at(AFTERNOON.plus(SETTLED));
    assertThat(orders).hasSize(1);
    return orders.getFirst();
  }

  private static String codeOf(Out.Order order) {
    Offer offer = Objects.requireNonNull(order.draft().offer());
    return VoucherCode.of(order.draft().message(), offer, Driven.CODES);
  }

  private List<Result> redeem(String code, String id) {
    VoucherAsked.Redeem wish =
        new VoucherAsked.Redeem(id, Actor.staff("ana"), false, Set.of(HOTEL.value()));
    house.in(
        Topics.VOUCHERS_ASKED.on(""),
        DerivedCodes.hash(code),
        wish,
        OfferWire.redeeming(id).write());
    return answers.readValuesToList().stream()
        .map(body -> Json.read(body, VoucherAnswer.class).result())
        .toList();
  }

  private Budget month() {
    KeyValueStore<String, byte[]> store = house.driver.getKeyValueStore(GateTopology.BUDGETS);
    byte[] row = store.get(MONTH);
    return row == null ? Budget.UNTOUCHED : Rows.budget(row);
  }

  /** Nobody of the control group; that is told apart by a hash of the id. */
  private static final GuestId ANNA = new GuestId("G-1");

  @Test
  void an_offer_goes_out_when_its_month_has_set_aside_what_it_costs() {
    Out.Order order = offered(ANNA);
    assertThat(order.draft().message().step()).isEqualTo("OFFER:EXTRA_SERVICE");
    assertThat(month().liability()).isEqualTo(Nights.of("0.03"));
    assertThat(house.told(OfferIssued.class)).as("not before it is sent").isEmpty();
    house.sent(order.draft().message());
    assertThat(house.told(OfferIssued.class))
        .extracting(OfferIssued::budget, OfferIssued::offerType)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(MONTH, "EXTRA_SERVICE"));
  }

  @Test
  void a_voucher_is_redeemed_once_and_its_month_bears_it() {
    Out.Order order = offered(ANNA);
    house.sent(order.draft().message());
    String code = codeOf(order);
    assertThat(redeem(code, "a")).containsExactly(Result.REDEEMED);
    assertThat(redeem(code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), "b"))
        .containsExactly(Result.REDEEMED_BEFORE);
    assertThat(redeem("0".repeat(20), "c")).containsExactly(Result.UNKNOWN_CODE);
    assertThat(month()).isEqualTo(new Budget(java.util.Map.of(), Nights.of("0.03")));
    assertThat(house.told(OfferRedeemed.class)).hasSize(1);
  }

  @Test
  void what_nobody_redeems_lapses_on_its_day_and_its_month_has_the_money_back() {
    Out.Order order = offered(ANNA);
    house.sent(order.draft().message());
    house.at(AFTERNOON.plus(Duration.ofDays(365)).minusSeconds(10));
    assertThat(house.told(OfferLapsed.class)).isEmpty();
    house.at(AFTERNOON.plus(Duration.ofDays(365)).plusSeconds(1));
    assertThat(house.told(OfferLapsed.class)).hasSize(1);
    assertThat(month()).isEqualTo(Budget.UNTOUCHED);
    assertThat(redeem(codeOf(order), "a")).containsExactly(Result.LAPSED);
  }

  @Test
  void a_message_that_fails_takes_its_voucher_with_it() {
    Out.Order order = offered(ANNA);
    Message message = order.draft().message();
    house.in(
        Topics.NOTIFICATIONS.on(""),
        ANNA,
        new Failed(message, house.clock.instant(), 1, "NO_EMAIL_KNOWN"),
        "failed");
    assertThat(month()).isEqualTo(Budget.UNTOUCHED);
    assertThat(redeem(codeOf(order), "a")).containsExactly(Result.WITHDRAWN);
    assertThat(house.told(OfferIssued.class)).isEmpty();
  }

  @Test
  void a_month_that_is_spent_stops_offers_and_the_ledger_says_so() {
    // 21 nights, 0.35 a free night: 60 guests; a guest in ten is in the control group
    for (int i = 0; i < 75; i++) {
      crosses(new GuestId("G-" + i), FailureType.TRULY_OUT_OF_THE_ORDINARY_ACTION);
    }
    house.clock.moveTo(AFTERNOON.plus(SETTLED));
    assertThat(house.tick(60)).hasSize(60);
    assertThat(month().used()).isEqualTo(Nights.of("21"));
    assertThat(house.told(Suppressed.class))
        .filteredOn(event -> event.reason().equals("BUDGET_SPENT"))
        .isNotEmpty();
  }

  @Test
  void of_every_guest_for_whom_all_was_well_it_is_told_on_which_side_they_are() {
    for (int i = 0; i < 40; i++) {
      crosses(new GuestId("G-" + i), FailureType.UNREASONABLY_SLOW_SERVICE);
    }
    house.clock.moveTo(AFTERNOON.plus(SETTLED));
    int shown = house.tick(60).size();
    List<ExposureDecided> decided = house.told(ExposureDecided.class);
    assertThat(decided).hasSize(40).allMatch(event -> event.programme().equals("RETENTION_OFFER"));
    assertThat(decided).filteredOn(event -> event.arm() == Arm.SHOWN).hasSize(shown);
    assertThat(shown).as("about a tenth is not shown").isBetween(30, 39);
  }

  @Test
  void the_code_is_in_no_record_and_in_no_store() {
    Out.Order order = offered(ANNA);
    String code = codeOf(order);
    for (String plain : List.of(code, code.replace("-", ""))) {
      assertThat(new String(Json.bytes(order), StandardCharsets.UTF_8)).doesNotContain(plain);
      house.driver.getAllStateStores().keySet().stream()
          .filter(name -> house.driver.getKeyValueStore(name) != null)
          .forEach(
              name -> {
                try (var rows = house.driver.getKeyValueStore(name).all()) {
                  rows.forEachRemaining(
                      row -> assertThat(text(row.value)).as(name).doesNotContain(plain));
                }
              });
    }
  }

  private static String text(Object row) {
    return row instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(row);
  }
}
