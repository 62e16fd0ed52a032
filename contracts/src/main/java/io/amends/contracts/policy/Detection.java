package io.amends.contracts.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What systems see before a guest says it, and how sure that is.
 *
 * @param opensFrom confidence, 0 to 1, below which no case is opened
 * @param rules by what was seen; what is not listed opens none
 */
public record Detection(double opensFrom, Map<Sign, Rule> rules) {

  /** Of a policy that says nothing of it: what a system calls a failure is one. */
  static final Detection OF_REPORTS =
      new Detection(0, Map.of(Sign.FAILURE_REPORTED, new Rule(1, Duration.ZERO, null, null)));

  public Detection {
    rules = Map.copyOf(rules);
  }

  /** What is a sign of a failure. */
  public enum Sign {
    /** A lock, a folio, a sensor says that it is one. */
    FAILURE_REPORTED,
    /** The guest found a stay poor, and no case is known of that stay. */
    LOW_STAY_SCORE,
    /** The guest waited. */
    LONG_WAIT,
    /** The guest had asked for something, and the hotel called it off. */
    SERVICE_CANCELLED,
    /** The guest left, and something that was asked for had not been done. */
    LEFT_UNANSWERED
  }

  /**
   * When a sign opens a case.
   *
   * @param confidence 0 to 1
   * @param quietFor how long the same sign of the same matter opens no other
   * @param issue what it is in the catalogue's words; null: the event says it
   * @param waitedAtLeast from when a wait is long; null: no wait is
   */
  public record Rule(
      double confidence,
      Duration quietFor,
      @Nullable String issue,
      @Nullable Duration waitedAtLeast) {}

  /** The rule by which a sign opens a case; empty if it opens none. */
  public Optional<Rule> ruleOf(Sign sign) {
    return Optional.ofNullable(rules.get(sign)).filter(rule -> rule.confidence() >= opensFrom);
  }
}
