package io.amends.notification.domain.offer;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.GUEST;
import static io.amends.notification.domain.Evening.HOTEL;
import static io.amends.notification.domain.Evening.POLICY;
import static io.amends.notification.domain.Evening.hotel;
import static io.amends.notification.domain.Evening.sgd;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.FailureType;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.contracts.retention.RiskAlert;
import io.amends.contracts.retention.RiskScored.Band;
import io.amends.contracts.retention.RiskScored.Factor;
import io.amends.contracts.retention.RiskScored.Reason;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The policy that ships, asked what answers what. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferChoiceTest {

  private static final Nights NOTHING = Nights.ZERO;

  private static RiskAlert alert(
      Band to, @Nullable FailureType failure, @Nullable Money atRisk, String... reasons) {
    double weight = reasons.length;
    List<Reason> all =
        java.util.stream.IntStream.range(0, reasons.length)
            .mapToObj(i -> new Reason(reasons[i], Factor.ATTITUDE, weight - i, Map.of()))
            .toList();
    return new RiskAlert(
        GUEST, AFTERNOON, Band.NONE, to, 0.6, 0.3, "cause", HOTEL, CASE, failure, all, atRisk);
  }

  private static Optional<String> type(RiskAlert alert, @Nullable String tier, Nights spent) {
    return OfferChoice.of(alert, hotel(Mode.LIVE).place(), tier, spent, POLICY).map(Offer::type);
  }

  @ParameterizedTest
  @CsvSource({
    "UNREASONABLY_SLOW_SERVICE, EXTRA_SERVICE",
    "UNAVAILABLE_SERVICE, UPGRADE",
    "ADVERSE_CONDITIONS, POINTS",
    "GESTALT, FREE_NIGHT",
    ", DISCOUNT"
  })
  void what_is_offered_answers_what_went_wrong(@Nullable FailureType failure, String offer) {
    assertThat(type(alert(Band.ELEVATED, failure, null), null, NOTHING)).contains(offer);
  }

  @ParameterizedTest
  @EnumSource(names = {"CULTURAL_NORMS", "DRUNKENNESS", "UNCOOPERATIVE"})
  void some_failures_are_answered_by_no_offer(FailureType failure) {
    assertThat(type(alert(Band.HIGH, failure, null), null, NOTHING)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "WATCH"})
  void attention_comes_first_and_costs_nothing(Band band) {
    assertThat(type(alert(band, FailureType.GESTALT, null), null, NOTHING)).isEmpty();
  }

  @Test
  void the_heaviest_reason_that_has_an_answer_narrows_it() {
    FailureType slow = FailureType.UNREASONABLY_SLOW_SERVICE;
    assertThat(type(alert(Band.HIGH, slow, null, "LEVEL", "OUTCOME", "COURTESY"), null, NOTHING))
        .contains("UPGRADE");
    assertThat(type(alert(Band.HIGH, slow, null, "COURTESY", "OUTCOME"), null, NOTHING))
        .contains("EXTRA_SERVICE");
    assertThat(type(alert(Band.HIGH, null, null, "COURTESY"), null, NOTHING))
        .as("a reason whose answers do not fit changes nothing")
        .contains("DISCOUNT");
  }

  @Test
  void a_tier_changes_the_form_and_never_the_amount() {
    RiskAlert slow = alert(Band.ELEVATED, FailureType.UNREASONABLY_SLOW_SERVICE, null);
    assertThat(type(slow, "GOLD", NOTHING)).contains("UPGRADE");
    assertThat(type(slow, "GOLD", Nights.of("0.31"))).contains("EXTRA_SERVICE");
    assertThat(type(slow, null, Nights.of("0.31"))).contains("EXTRA_SERVICE");
  }

  @Test
  void one_guest_costs_no_more_than_a_fifth_of_winning_one() {
    assertThat(POLICY.budget().perGuest()).isEqualTo(Nights.of("0.4"));
    RiskAlert gestalt = alert(Band.ELEVATED, FailureType.GESTALT, null);
    assertThat(type(gestalt, null, Nights.of("0.05"))).contains("FREE_NIGHT");
    assertThat(type(gestalt, null, Nights.of("0.06"))).contains("PACKAGE");
    assertThat(type(gestalt, null, Nights.of("0.25"))).isEmpty();
  }

  @Test
  void who_has_gone_is_won_back_only_if_it_is_worth_it() {
    // a free night costs 0.35 x 320 = SGD 112; times 1.5 it is 168, a tenth of 1,680
    RiskAlert worth = alert(Band.GONE, FailureType.TRULY_OUT_OF_THE_ORDINARY_ACTION, sgd(168_000));
    RiskAlert less = alert(Band.GONE, FailureType.TRULY_OUT_OF_THE_ORDINARY_ACTION, sgd(167_999));
    assertThat(OfferChoice.of(worth, hotel(Mode.LIVE).place(), null, NOTHING, POLICY))
        .map(Offer::programme)
        .contains("WIN_BACK");
    assertThat(type(less, null, NOTHING)).isEmpty();
  }

  @Test
  void nobody_is_won_back_of_whom_nobody_knows_the_worth() {
    Money euro = new Money(1_000_000, Currency.getInstance("EUR"));
    assertThat(type(alert(Band.GONE, FailureType.GESTALT, null), null, NOTHING)).isEmpty();
    assertThat(type(alert(Band.GONE, FailureType.GESTALT, euro), null, NOTHING)).isEmpty();
  }

  @Test
  void it_counts_in_its_programme_in_the_month_of_the_hotels_business_date() {
    Instant lastEvening =
        Instant.parse("2027-01-31T18:59:00Z"); // 02:59 of February, date not rolled
    RiskAlert late = alert(Band.ELEVATED, FailureType.GESTALT, null);
    RiskAlert at =
        new RiskAlert(
            GUEST,
            lastEvening,
            late.from(),
            late.to(),
            0.6,
            0.3,
            "cause",
            HOTEL,
            null,
            late.failureType(),
            List.of(),
            null);
    Offer offer = OfferChoice.of(at, hotel(Mode.LIVE).place(), null, NOTHING, POLICY).orElseThrow();
    assertThat(offer.budget()).isEqualTo("RETENTION_OFFER/SIN-MARINA/2027-01");
    assertThat(offer.limit()).as("0.5 % of 4,200 room nights").isEqualTo(Nights.of("21"));
  }

  @Test
  void everything_that_may_be_offered_has_its_worth() {
    assertThat(POLICY.offers().worth().keySet())
        .containsAll(
            POLICY.offers().byFailure().values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList());
  }
}
