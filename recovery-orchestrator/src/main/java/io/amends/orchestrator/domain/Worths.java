package io.amends.orchestrator.domain;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CasePolicy.Worth;
import io.amends.contracts.recovery.Grant;
import io.amends.orchestrator.domain.RecoveryCommand.Wish;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What a wish is worth to the guest, and what it costs the hotel. */
final class Worths {

  private static final String POINTS = "POINTS_10000";
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  private Worths() {}

  /**
   * What is given; empty if it has no worth, or is in another currency than the property's.
   *
   * @param night the property's reference night
   */
  static Optional<Grant> grant(Wish wish, CasePolicy policy, Money night) {
    boolean free = isFree(wish, policy);
    Long points = wish.points();
    Money money = wish.money();
    if (points != null && points > 0) {
      Worth worth = named(POINTS, policy).map(ten -> times(ten, points)).orElse(NOTHING);
      return Optional.of(grant(wish, worth, worth.face().at(night), free));
    }
    if (wish.item() != null) {
      return named(wish.item(), policy)
          .map(worth -> grant(wish, worth, worth.face().at(night), free));
    }
    if (free && money == null) {
      return Optional.of(grant(wish, NOTHING, Nights.ZERO.at(night), true));
    }
    if (money == null || money.minorUnits() <= 0 || !money.currency().equals(night.currency())) {
      return Optional.empty();
    }
    Nights face = Nights.worth(money, night);
    return Optional.of(grant(wish, new Worth(face, cost(face, wish.type(), policy)), money, free));
  }

  /** How many points are worth so much at most, rounded down. */
  static long pointsWorth(Nights nights, CasePolicy policy) {
    return named(POINTS, policy)
        .filter(ten -> ten.face().exceeds(Nights.ZERO))
        .map(
            ten ->
                nights
                    .value()
                    .multiply(TEN_THOUSAND)
                    .divide(ten.face().value(), 0, RoundingMode.DOWN)
                    .longValueExact())
        .orElse(0L);
  }

  private static final Worth NOTHING = new Worth(Nights.ZERO, Nights.ZERO);

  private static Grant grant(Wish wish, Worth worth, Money money, boolean free) {
    return new Grant(wish.type(), worth.face(), money, wish.points(), worth.cost(), free);
  }

  private static Optional<Worth> named(String name, CasePolicy policy) {
    return Optional.ofNullable(policy.giving().worth().get(name));
  }

  private static Worth times(Worth tenThousand, long points) {
    BigDecimal times = BigDecimal.valueOf(points).divide(TEN_THOUSAND);
    return new Worth(tenThousand.face().times(times), tenThousand.cost().times(times));
  }

  /** A better room costs less than it is worth; of other things nothing is known, so they don't. */
  private static Nights cost(Nights face, RemedyType type, CasePolicy policy) {
    return type == RemedyType.UPGRADE
        ? named("UPGRADE_NIGHT", policy).map(worth -> share(face, worth)).orElse(face)
        : face;
  }

  private static Nights share(Nights face, Worth worth) {
    return new Nights(
        face.value()
            .multiply(worth.cost().value())
            .divide(worth.face().value(), 4, RoundingMode.HALF_EVEN));
  }

  /**
   * What a guest has a right to anyway needs nobody's leave: a wrong bill put right, and what is
   * done again or replaced by its like. With a worth of its own that is money like any other.
   */
  private static boolean isFree(Wish wish, CasePolicy policy) {
    boolean correction =
        wish.correction() && wish.type() == RemedyType.REFUND && policy.giving().correctsFreely();
    boolean hasWorth = wish.money() != null || wish.points() != null || wish.item() != null;
    return correction || (!hasWorth && policy.needsNobodysLeave().contains(wish.type()));
  }
}
