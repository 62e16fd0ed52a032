package io.amends.scorer.domain.statistics;

/**
 * How often the guest has chosen us.
 *
 * @param repeats after the first time, while the process clock ran, x
 * @param survived decisions after which the guest is known to have come back, k
 * @param overlapping bookings made while another was open; they say nothing about the clock
 */
public record Arrivals(int repeats, int survived, int overlapping) {

  public static final Arrivals NONE = new Arrivals(0, 0, 0);

  /** What two who turn out to be one did, each counted from a first time of its own. */
  public Arrivals and(Arrivals other) {
    return new Arrivals(
        repeats + other.repeats, survived + other.survived, overlapping + other.overlapping);
  }

  public Arrivals andOneMore() {
    return new Arrivals(repeats + 1, survived, overlapping);
  }

  public Arrivals andOneOverlapping() {
    return new Arrivals(repeats, survived, overlapping + 1);
  }

  public Arrivals andOneSurvived() {
    return new Arrivals(repeats, survived + 1, overlapping);
  }
}
