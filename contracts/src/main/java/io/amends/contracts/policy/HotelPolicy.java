package io.amends.contracts.policy;

import io.amends.contracts.Nights;
import io.amends.contracts.Severity;
import java.time.Duration;
import java.util.Map;

/**
 * A policy for service recovery and retention, as {@code policy/default-policy.yaml} writes it:
 * each number has its unit and source there. This is the part that code reads; a test lists the
 * rest.
 *
 * @param catalogue what can go wrong, in the hotel's words, by code
 */
public record HotelPolicy(
    Identity policy,
    Unit unit,
    SeverityPolicy severity,
    Map<String, CatalogueEntry> catalogue,
    Promises promises,
    CostOfDelay costOfDelay,
    Escalation escalation,
    Empowerment empowerment,
    Remedies remedies,
    Risk risk,
    Offers offers,
    LastGate lastGate,
    GoLive goLive) {

  public HotelPolicy {
    catalogue = Map.copyOf(catalogue);
  }

  /** Which policy this is. */
  public record Identity(String id, int version, String scope) {

    /** How a case names what it was decided by: {@code <scope>/<kind>@<version>}. */
    public String reference() {
      return scope + "/policy@" + version;
    }
  }

  /**
   * What things are worth in nights.
   *
   * @param worth by name; {@code POINTS_10000} is ten thousand points
   */
  public record Unit(Map<String, Worth> worth) {

    /** Face: what the guest gets. */
    public record Worth(Nights face) {}

    /** At face value, what ten thousand points are. */
    public Nights tenThousandPoints() {
      Worth points = worth.get("POINTS_10000");
      return points == null ? Nights.ZERO : points.face();
    }
  }

  /**
   * Going live.
   *
   * @param history what counts as the past
   */
  public record GoLive(History history) {

    /** What counts as the past. */
    public record History(Duration olderThan) {}
  }

  /** A duration for each severity. */
  public record BySeverity(Duration MINOR, Duration MAJOR, Duration CRITICAL) {

    public Duration of(Severity severity) {
      return switch (severity) {
        case MINOR -> MINOR;
        case MAJOR -> MAJOR;
        case CRITICAL -> CRITICAL;
      };
    }
  }

  /** An amount for each severity. */
  public record NightsBySeverity(Nights MINOR, Nights MAJOR, Nights CRITICAL) {

    public Nights of(Severity severity) {
      return switch (severity) {
        case MINOR -> MINOR;
        case MAJOR -> MAJOR;
        case CRITICAL -> CRITICAL;
      };
    }
  }
}
