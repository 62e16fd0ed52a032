package io.amends.scorer.domain.policy;

import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.Risk;
import io.amends.contracts.policy.Risk.AlertBefore;
import java.time.Duration;

/**
 * The chain's policy on risk: section {@code risk} of the policy file.
 *
 * @param watchFrom points above the guest's own expectation
 * @param elevatedFrom points above the guest's own expectation
 * @param highFrom points above the guest's own expectation
 * @param goneFrom P(gone) from which a guest counts as lost
 * @param hysteresis by how much a figure must fall below a limit to leave it
 * @param publishOnMoveOf a move of the risk that is worth telling
 * @param maxStep the most that one event may move the risk
 * @param value how a guest's worth is computed
 * @param reach when a guest who was let down is within reach
 */
public record RiskPolicy(
    double watchFrom,
    double elevatedFrom,
    double highFrom,
    double goneFrom,
    double hysteresis,
    double publishOnMoveOf,
    double maxStep,
    ValuePolicy value,
    Reach reach) {

  /**
   * The shipped policy. Elevated: half of TARP's 95 - 70 and 82 - 54 points, solved but not
   * quickly. High: half of 95 - 46, not solved. Gone: the churn risk from which van Leeuwen, Do and
   * Koole 2025 act. The others are ours.
   */
  public static final RiskPolicy DEFAULT =
      new RiskPolicy(0.05, 0.12, 0.25, 0.75, 0.03, 0.02, 0.30, ValuePolicy.DEFAULT, Reach.DEFAULT);

  public RiskPolicy {
    boolean ascending = 0 < watchFrom && watchFrom < elevatedFrom && elevatedFrom < highFrom;
    if (!ascending) {
      throw new IllegalArgumentException(
          "bands: %s, %s, %s (expected: ascending from above 0)"
              .formatted(watchFrom, elevatedFrom, highFrom));
    }
    if (!(maxStep > 0 && maxStep < 1)) {
      throw new IllegalArgumentException(
          "maxStep: %s (expected: between 0 and 1)".formatted(maxStep));
    }
  }

  /**
   * What a guest is worth, in the chain's reporting currency.
   *
   * @param margin share of a stay's revenue that is earned
   * @param discountPerYear of what is earned later
   * @param years that are looked ahead
   */
  public record ValuePolicy(double margin, double discountPerYear, int years) {

    /** Policy {@code risk.value}. [ours] */
    public static final ValuePolicy DEFAULT = new ValuePolicy(0.35, 0.10, 3);
  }

  /**
   * When a guest who was let down can still be won in person.
   *
   * @param letDownWithin who was let down longer ago arrives like anybody
   * @param beforeDeparture whether somebody is told before the guest leaves
   */
  public record Reach(Duration letDownWithin, boolean beforeDeparture) {

    /** Policies {@code escalation.arrivalAlert} and {@code risk.alertBefore}. [ours] */
    public static final Reach DEFAULT = new Reach(Duration.ofDays(365), true);
  }

  /**
   * Reads the chain's policy.
   *
   * @throws IllegalArgumentException if a band is missing, or the bands do not ascend
   */
  public static RiskPolicy of(HotelPolicy chain) {
    Risk policy = chain.risk();
    return new RiskPolicy(
        from(policy, Band.WATCH),
        from(policy, Band.ELEVATED),
        from(policy, Band.HIGH),
        policy.gone().from(),
        policy.hysteresis(),
        policy.publishOnMoveOf(),
        policy.oneEventNeverFlips().maxStep(),
        new ValuePolicy(
            policy.value().margin(),
            policy.value().discountPerYear(),
            (int) policy.value().years()),
        new Reach(
            chain.escalation().arrivalAlert().guestsLetDownWithin(),
            policy.alertBefore() != AlertBefore.NEVER));
  }

  private static double from(Risk policy, Band band) {
    Risk.From from = policy.bands().get(band.name());
    if (from == null) {
      throw new IllegalArgumentException(
          "risk.bands.%s: absent (expected: where the band begins)".formatted(band));
    }
    return from.from();
  }

  /** The band of a guest so many points above expectation who was in {@code before}. */
  public Band band(Band before, double points) {
    Band plain = band(points);
    Band sticky = band(points + hysteresis);
    if (before.compareTo(plain) <= 0) {
      return plain;
    }
    return before.compareTo(sticky) <= 0 ? before : sticky;
  }

  /** Whether a guest counts as lost who did, or did not, before. */
  public boolean gone(boolean before, double probability) {
    return probability >= (before ? goneFrom - hysteresis : goneFrom);
  }

  /** Whether a risk has moved far enough to be told anew. */
  public boolean isWorthTelling(double before, double now) {
    return Math.abs(now - before) >= publishOnMoveOf;
  }

  private Band band(double points) {
    if (points >= highFrom) {
      return Band.HIGH;
    }
    if (points >= elevatedFrom) {
      return Band.ELEVATED;
    }
    return points >= watchFrom ? Band.WATCH : Band.NONE;
  }
}
