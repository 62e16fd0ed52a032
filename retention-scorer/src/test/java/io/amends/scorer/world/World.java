package io.amends.scorer.world;

import io.amends.scorer.domain.fact.Severity;

/**
 * How the guests of a made-up chain book, stay, suffer, complain and leave.
 *
 * @param r shape of the pace
 * @param yearly bookings of a guest a year, in the mean, while nothing is booked
 * @param a of the readiness to leave after a stay
 * @param b of the readiness to leave after a stay
 * @param segments whether pace is log-normal in two segments instead, which no gamma fits
 * @param leadDays median between booking and arrival
 * @param failing share of stays with a failure
 * @param major share of failures that are major
 * @param complaining share of failures that the guest complains about
 * @param detected share of silent failures that the hotel notices
 * @param strength of the TARP effect in this world
 * @param leavesOnCancelling share of guests who leave when they cancel
 */
public record World(
    int guests,
    int days,
    double r,
    double yearly,
    double a,
    double b,
    boolean segments,
    double leadDays,
    double cancelled,
    double missed,
    double failing,
    double major,
    double complaining,
    double detected,
    double strength,
    double leavesOnCancelling) {

  /** Four of a hundred dissatisfied guests complain, as the literature has it. */
  public static final World PLAIN =
      new World(20_000, 1_096, 1.2, 3, 0.7, 4, false, 12, 0.12, 0.02, 0.18, 0.35, 0.04, 0.3, 1, 0);

  /** Share of complaints that are made good within a day, and later; the rest never. */
  static final double QUICK = 0.40;

  static final double AT_LAST = 0.35;

  /** Mean days that a slow resolution takes beyond the first. */
  static final double SLOW_DAYS = 4;

  /** Share of guests who answer the survey, and how they answer: mean and deviation. */
  static final double ANSWERING = 0.25;

  static final double[] CONTENT = {8.7, 1.2};
  static final double[] MINOR = {6.5, 1.5};
  static final double[] MAJOR = {4.5, 1.8};

  public World complaining(double share) {
    return new World(
        guests,
        days,
        r,
        yearly,
        a,
        b,
        segments,
        leadDays,
        cancelled,
        missed,
        failing,
        major,
        share,
        detected,
        strength,
        leavesOnCancelling);
  }

  public World guests(int count) {
    return new World(
        count,
        days,
        r,
        yearly,
        a,
        b,
        segments,
        leadDays,
        cancelled,
        missed,
        failing,
        major,
        complaining,
        detected,
        strength,
        leavesOnCancelling);
  }

  public World strength(double effect) {
    return new World(
        guests,
        days,
        r,
        yearly,
        a,
        b,
        segments,
        leadDays,
        cancelled,
        missed,
        failing,
        major,
        complaining,
        detected,
        effect,
        leavesOnCancelling);
  }

  public World segmented() {
    return new World(
        guests,
        days,
        r,
        yearly,
        a,
        b,
        true,
        leadDays,
        cancelled,
        missed,
        failing,
        major,
        complaining,
        detected,
        strength,
        leavesOnCancelling);
  }

  public World detected(double share) {
    return new World(
        guests,
        days,
        r,
        yearly,
        a,
        b,
        segments,
        leadDays,
        cancelled,
        missed,
        failing,
        major,
        complaining,
        share,
        strength,
        leavesOnCancelling);
  }

  public World leaving(double shareOnCancelling) {
    return new World(
        guests,
        days,
        r,
        yearly,
        a,
        b,
        segments,
        leadDays,
        cancelled,
        missed,
        failing,
        major,
        complaining,
        detected,
        strength,
        shareOnCancelling);
  }

  public World paced(double shape, double perYear, double first, double second, double lead) {
    return new World(
        guests,
        days,
        shape,
        perYear,
        first,
        second,
        segments,
        lead,
        cancelled,
        missed,
        failing,
        major,
        complaining,
        detected,
        strength,
        leavesOnCancelling);
  }

  /** What came of a failure. */
  enum End {
    SILENT,
    NEVER,
    AT_LAST,
    QUICKLY
  }

  /** The share that comes back all the same: TARP's, as far as it holds in this world. */
  double kept(Severity severity, End end) {
    boolean small = severity == Severity.MINOR;
    double share =
        switch (end) {
          case SILENT -> small ? 0.37 : 0.09;
          case NEVER -> small ? 0.46 : 0.19;
          case AT_LAST -> small ? 0.70 : 0.54;
          case QUICKLY -> small ? 0.95 : 0.82;
        };
    return 1 - strength * (1 - share);
  }

  double alphaWeeks() {
    return r * 365 / 7 / yearly;
  }
}
