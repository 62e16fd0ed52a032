package io.amends.contracts.policy;

import java.time.Duration;
import java.util.Map;

/**
 * How the risk of switching is read.
 *
 * @param horizon within which a stay is hoped for
 * @param bands how many points above the guest's own expectation
 * @param gone from which P(gone) on a guest counts as lost
 * @param hysteresis points by which a band is left later than it is entered
 * @param publishOnMoveOf points
 * @param priorStrength how much the literature's figures weigh
 * @param oneEventNeverFlips the largest step of one event
 * @param alertBefore until when a guest who was let down is within reach
 */
public record Risk(
    Duration horizon,
    Map<String, From> bands,
    From gone,
    double hysteresis,
    double publishOnMoveOf,
    PriorStrength priorStrength,
    MaxStep oneEventNeverFlips,
    Value value,
    AlertBefore alertBefore) {

  /** The last moment at which somebody can still do something in person. */
  public enum AlertBefore {
    DEPARTURE,
    /** Nobody is told before a guest leaves. */
    NEVER
  }

  /** A threshold. */
  public record From(double from) {}

  /** Of the TARP figures. */
  public record PriorStrength(double tarp) {}

  /** Points. */
  public record MaxStep(double maxStep) {}

  /** What a guest is worth: margin of room revenue, discount a year, years. */
  public record Value(double margin, double discountPerYear, double years) {}
}
