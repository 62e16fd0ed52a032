package io.amends.scorer.world;

import io.amends.scorer.domain.fact.Severity;
import java.util.function.Consumer;

/** How the guests of a made-up chain book, stay, suffer, complain and leave. */
public final class World {

  /** Four of a hundred dissatisfied guests complain, as the literature has it. */
  public static final World PLAIN = new World();

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

  int guests = 20_000;
  int days = 1_096;

  /** Shape of the pace. */
  double r = 1.2;

  /** Bookings of a guest a year, in the mean, while nothing is booked. */
  double yearly = 3;

  /** Of the readiness to leave after a stay. */
  double a = 0.7;

  double b = 4;

  /** Whether pace is log-normal in two segments instead, which no gamma fits. */
  boolean segments;

  /** Median between booking and arrival. */
  double leadDays = 12;

  double cancelled = 0.12;
  double missed = 0.02;

  /** Share of stays with a failure. */
  double failing = 0.18;

  /** Share of failures that are major. */
  double major = 0.35;

  /** Share of failures that the guest complains about. */
  double complaining = 0.04;

  /** Share of silent failures that the hotel notices. */
  double detected = 0.3;

  /** Of the TARP effect in this world. */
  double strength = 1;

  /** Share of guests who leave when they cancel. */
  double leavesOnCancelling;

  private World() {}

  private World(World other) {
    guests = other.guests;
    days = other.days;
    r = other.r;
    yearly = other.yearly;
    a = other.a;
    b = other.b;
    segments = other.segments;
    leadDays = other.leadDays;
    cancelled = other.cancelled;
    missed = other.missed;
    failing = other.failing;
    major = other.major;
    complaining = other.complaining;
    detected = other.detected;
    strength = other.strength;
    leavesOnCancelling = other.leavesOnCancelling;
  }

  /** The same world but for one thing. */
  private World but(Consumer<World> change) {
    World another = new World(this);
    change.accept(another);
    return another;
  }

  public World complaining(double share) {
    return but(world -> world.complaining = share);
  }

  public World guests(int count) {
    return but(world -> world.guests = count);
  }

  public World strength(double effect) {
    return but(world -> world.strength = effect);
  }

  public World segmented() {
    return but(world -> world.segments = true);
  }

  public World detected(double share) {
    return but(world -> world.detected = share);
  }

  public World leaving(double shareOnCancelling) {
    return but(world -> world.leavesOnCancelling = shareOnCancelling);
  }

  public World paced(double shape, double perYear, double first, double second, double lead) {
    return but(
        world -> {
          world.r = shape;
          world.yearly = perYear;
          world.a = first;
          world.b = second;
          world.leadDays = lead;
        });
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
