package io.amends.scorer.domain.model;

import io.amends.scorer.domain.evidence.Delay;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.kernel.Heterogeneity;
import io.amends.scorer.domain.model.Outlook.Ends;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is believed before a chain's own data speak: every number of the model, each with its
 * source. Replaced, all of it, by what a fit publishes.
 */
public final class Priors {

  /**
   * TARP's shares of guests who mean to buy again, major and minor problems: a survey of stated
   * intentions (US Office of Consumer Affairs, 1979 and 1986; printed in Fast Company, 2003).
   */
  private static final Map<Cell, Double> TARP_SHARES =
      Map.of(
          Cell.MAJOR_SILENT, 0.09,
          Cell.MAJOR_NOT_RESOLVED, 0.19,
          Cell.MAJOR_RESOLVED, 0.54,
          Cell.MAJOR_RESOLVED_QUICKLY, 0.82,
          Cell.MINOR_SILENT, 0.37,
          Cell.MINOR_NOT_RESOLVED, 0.46,
          Cell.MINOR_RESOLVED, 0.70,
          Cell.MINOR_RESOLVED_QUICKLY, 0.95);

  /** Policy {@code risk.priorStrength.tarp}: stated intention overstates behaviour. [ours] */
  private static final double TARP_STRENGTH = 0.5;

  public static final Tarp TARP = new Tarp("tarp-1986", TARP_SHARES, TARP_STRENGTH, Map.of());

  /** Policy {@code risk.priorStrength.replacedFromCases}. [ours] */
  public static final int REPLACED_FROM_CASES = 300;

  /**
   * What comes of open complaints. [ours] On the spot most are settled; from the next day on none
   * can be quick; what has waited two days waits on more often than not.
   */
  private static final Outlook OUTLOOK =
      new Outlook(
          Map.of(
              CostTier.ON_THE_SPOT, new Ends(0.60, 0.25),
              CostTier.SAME_DAY, new Ends(0.40, 0.35),
              CostTier.NEXT_DAY, new Ends(0, 0.60),
              CostTier.LATER, new Ends(0, 0.45)));

  /** Quick is within a day: the 1-10-100 rule turns at the next day. */
  private static final Delay QUICK = Delay.DAY;

  /**
   * Weights of the other clues, in log odds of leaving per unit. Directions are the literature's,
   * sizes are ours, small against the failure itself, until the chain's own data speak:
   *
   * <ul>
   *   <li>earlier complaints worsen, purchases dampen: Knox and van Oest 2014
   *   <li>double deviation: Bitner, Booms and Tetreault 1990; Mount 2012
   *   <li>three justices, courtesy the strongest for whether a guest stays: Blodgett, Hill and Tax
   *       1997
   *   <li>public complaints and word of mouth: Richins 1983
   *   <li>level and length: small, since the kernel knows how often a guest came back; ours
   *   <li>referrals, messages, contacts, offers: ours
   * </ul>
   */
  private static final Map<Clue, Double> WEIGHTS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Clue.CANCELLATION, -1.0),
              Map.entry(Clue.LEVEL, -0.02),
              Map.entry(Clue.YEARS, -0.02),
              Map.entry(Clue.EARLIER_COMPLAINTS, 0.05),
              Map.entry(Clue.FURTHER_FAILURES, 0.30),
              Map.entry(Clue.IN_PUBLIC, 0.40),
              Map.entry(Clue.SURVEY_ANSWERED, 0.0),
              Map.entry(Clue.SURVEY_SCORE, 0.12),
              Map.entry(Clue.REVIEW_SCORE, 0.10),
              Map.entry(Clue.FAILED_RECOVERIES, 0.50),
              Map.entry(Clue.SATISFACTION, 0.30),
              Map.entry(Clue.OUTCOME, 0.15),
              Map.entry(Clue.PROCEDURE, 0.20),
              Map.entry(Clue.COURTESY, 0.40),
              Map.entry(Clue.MESSAGES_OPENED, -0.10),
              Map.entry(Clue.UNSUBSCRIBED, 0.40),
              Map.entry(Clue.REFERRALS, -0.40),
              Map.entry(Clue.GOOD_CONTACTS, -0.10),
              Map.entry(Clue.BAD_CONTACTS, 0.20),
              Map.entry(Clue.OFFERS_TAKEN, -0.30),
              Map.entry(Clue.OFFERS_LEFT, 0.10)));

  /**
   * A chain of leisure and business guests: 3.4 bookings a year in the mean while a guest is ours,
   * and four of ten gone after the first stay. [ours]
   */
  private static final Heterogeneity GUESTS = new Heterogeneity(1.0, 15.5, 0.8, 1.2);

  /**
   * One stay in 25 loses a guest to a failure that nobody told us of. [ours] One stay in eight
   * fails the guest, 96 % of these in silence, and TARP at half strength loses about a third of
   * them. The silent share is contested: the survey of 1979 found that 69 % of households with a
   * problem did complain about their most serious one.
   */
  private static final double UNSEEN = 0.04;

  /**
   * One booking in seven cancelled, one in fifty missed, and a month between booking and departure
   * in the middle. [ours]
   */
  private static final BookingHabits HABITS =
      new BookingHabits(0.14, 0.02, 1, List.of(0.5, 1.0, 2.0, 3.0, 4.5, 6.0, 9.0, 15.0), 0);

  /** Policy {@code risk.horizon}. [ours] */
  public static final Duration HORIZON = Duration.ofDays(180);

  /**
   * Seven guests of ten do not stay within half a year: CDNOW and the grocery panel say 0.66 to
   * 0.71.
   */
  private static final double BASE_RATE = 0.70;

  /** The model of a chain that has just been installed. */
  public static final RiskModel MODEL =
      new RiskModel(
          "prior-1",
          GUESTS,
          UNSEEN,
          new FailureEffect(TARP, OUTLOOK, QUICK),
          new Weights(WEIGHTS),
          HABITS,
          Recalibration.NONE,
          HORIZON,
          BASE_RATE);

  private Priors() {}
}
