package io.amends.notification.domain.offer;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Place;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.OfferBudget.PerProgrammeAndMonth;
import io.amends.contracts.policy.OfferBudget.WorthIt;
import io.amends.contracts.policy.Offers;
import io.amends.contracts.recovery.CasePolicy.Worth;
import io.amends.contracts.retention.RiskAlert;
import io.amends.contracts.retention.RiskScored;
import io.amends.contracts.time.PropertyTime;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which offer answers a risk, by the policy: what the band allows, what answers the failure, of
 * that what answers the heaviest reason, a tier's form first, and then the first that the guest's
 * limit bears and that is worth it.
 */
public final class OfferChoice {

  private static final String NO_FAILURE = "NO_KNOWN_FAILURE";
  private static final String BY_RULE = "SOFT_LIMIT";

  private OfferChoice() {}

  /** In which programme a band is answered; empty: with no offer. */
  public static Optional<Purpose> programme(RiskScored.Band band, Offers policy) {
    Offers.Doing doing = policy.byBand().get(band.name());
    if (doing == null) {
      return Optional.empty();
    }
    return doing.doing().equals("WIN_BACK")
        ? Optional.of(Purpose.WIN_BACK)
        : doing.doing().contains("OFFER") ? Optional.of(Purpose.RETENTION_OFFER) : Optional.empty();
  }

  /**
   * The offer; empty: none fits.
   *
   * @param place the hotel that bears it
   * @param tier of the guest in the loyalty programme, if known
   * @param spent on the guest already, at cost, in the period of the limit
   */
  public static Optional<Offer> of(
      RiskAlert alert, Place place, @Nullable String tier, Nights spent, HotelPolicy policy) {
    return programme(alert.to(), policy.offers())
        .flatMap(
            programme ->
                fitting(alert, tier, policy.offers()).stream()
                    .filter(type -> isAffordable(alert, place, type, spent, policy))
                    .findFirst()
                    .map(type -> offer(type, programme, alert, place, policy)));
  }

  /** All that answer it, the best first. */
  static List<String> fitting(RiskAlert alert, @Nullable String tier, Offers policy) {
    List<String> answers =
        policy.answering(alert.failureType() == null ? NO_FAILURE : alert.failureType().name());
    List<String> best = new ArrayList<>(heaviest(alert, answers, policy).orElse(answers));
    if (tier != null) {
      best.sort(Comparator.comparing(type -> !policy.tierPrefers().contains(type)));
    }
    return best;
  }

  /** Of what answers the failure, what answers the reason that weighs most and has an answer. */
  private static Optional<List<String>> heaviest(
      RiskAlert alert, List<String> answers, Offers policy) {
    return alert.reasons().stream()
        .filter(reason -> reason.contribution() > 0)
        .sorted(Comparator.comparingDouble(RiskScored.Reason::contribution).reversed())
        .flatMap(reason -> Stream.ofNullable(policy.byReason().get(reason.code())))
        .map(types -> types.stream().filter(answers::contains).toList())
        .filter(types -> !types.isEmpty())
        .findFirst();
  }

  private static boolean isAffordable(
      RiskAlert alert, Place place, String type, Nights spent, HotelPolicy policy) {
    Offers.Doing doing = policy.offers().byBand().get(alert.to().name());
    Worth worth = policy.offers().worth().get(type);
    if (worth == null || doing == null || !BY_RULE.equals(doing.spend())) {
      return false;
    }
    boolean mustPay = Boolean.TRUE.equals(doing.ifWorthIt());
    return !spent.plus(worth.cost()).exceeds(policy.budget().perGuest())
        && (!mustPay || isWorthIt(alert.valueAtRisk(), worth, place, policy.budget().worthIt()));
  }

  /** What nobody can say the worth of is not paid for. */
  private static boolean isWorthIt(
      @Nullable Money atRisk, Worth worth, Place place, WorthIt policy) {
    if (atRisk == null || !atRisk.currency().equals(place.referenceNight().currency())) {
      return false;
    }
    Money cost = worth.cost().at(place.referenceNight());
    BigDecimal saves = policy.expectedUplift().multiply(BigDecimal.valueOf(atRisk.minorUnits()));
    return saves.compareTo(policy.timesTheCost().multiply(BigDecimal.valueOf(cost.minorUnits())))
        >= 0;
  }

  private static Offer offer(
      String type, Purpose programme, RiskAlert alert, Place place, HotelPolicy policy) {
    Worth worth = policy.offers().worth().get(type);
    PerProgrammeAndMonth month = policy.budget().perProgrammeAndMonth();
    PropertyTime hotel = new PropertyTime(place.zone(), place.dateRoll());
    return new Offer(
        type,
        programme.name(),
        worth == null ? new Worth(Nights.ZERO, Nights.ZERO) : worth,
        "%s/%s/%s"
            .formatted(
                programme,
                place.propertyId().value(),
                YearMonth.from(hotel.businessDate(alert.asOf()))),
        month.limit(),
        month.warnAt(),
        policy.budget().perGuest(),
        policy.budget().softLimit().per(),
        alert.asOf().plus(policy.offers().valid()),
        Offer.Step.PROPOSED,
        null);
  }
}
