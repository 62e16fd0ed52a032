package io.amends.contracts.policy;

import io.amends.contracts.Nights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * What may be spent on offers. Remedies are never stopped by it.
 *
 * @param costOfWinning what winning one guest who comes back costs
 * @param softLimit what keeping one may cost by rule
 * @param worthIt when an offer saves more than it costs
 * @param perProgrammeAndMonth what one programme may spend at one hotel in a month
 */
public record OfferBudget(
    CostOfWinning costOfWinning,
    SoftLimit softLimit,
    WorthIt worthIt,
    PerProgrammeAndMonth perProgrammeAndMonth) {

  /** On one guest in {@link SoftLimit#per}, at cost, to four decimals. */
  public Nights perGuest() {
    return new Nights(
        costOfWinning
            .ofOneWhoReturns()
            .divide(BigDecimal.valueOf(softLimit.divideBy()), 4, RoundingMode.HALF_EVEN));
  }

  /**
   * What new guests cost.
   *
   * @param shareOfFirstStay commission and advertising, of the room revenue
   * @param firstTimersWhoReturn share of them, above 0
   */
  public record CostOfWinning(
      BigDecimal shareOfFirstStay, BigDecimal nightsOfFirstStay, BigDecimal firstTimersWhoReturn) {

    BigDecimal ofOneWhoReturns() {
      return shareOfFirstStay
          .multiply(nightsOfFirstStay)
          .divide(firstTimersWhoReturn, 8, RoundingMode.HALF_EVEN);
    }
  }

  /** A part of what winning costs, in how long. */
  public record SoftLimit(int divideBy, Duration per) {}

  /**
   * When it is worth it: uplift times value at risk is at least so many times the cost.
   *
   * @param expectedUplift of the probability that the guest stays
   */
  public record WorthIt(BigDecimal expectedUplift, BigDecimal timesTheCost) {}

  /**
   * One month of one programme at one hotel.
   *
   * @param roomNightsSold in a month
   * @param warnAt share of it that is used
   */
  public record PerProgrammeAndMonth(
      BigDecimal shareOfRoomNightsSold, BigDecimal roomNightsSold, BigDecimal warnAt) {

    public Nights limit() {
      return new Nights(shareOfRoomNightsSold.multiply(roomNightsSold));
    }
  }
}
