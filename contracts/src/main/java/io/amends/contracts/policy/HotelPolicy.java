package io.amends.contracts.policy;

import io.amends.contracts.Flag;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.Sorted;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.ComplaintStyle;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.time.QuietHours;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy for service recovery and retention, as {@code policy/default-policy.yaml} writes it:
 * each number has its unit and source there. This is the part that code reads; a test lists the
 * rest.
 *
 * @param catalogue what can go wrong, in the hotel's words, by code
 * @param playbookByStyle what to do first, by how the guest responds
 * @param detection absent in what was applied before there was one
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
    Map<ComplaintStyle, String> playbookByStyle,
    Risk risk,
    Offers offers,
    OfferBudget budget,
    LastGate lastGate,
    DoubleDeviations doubleDeviation,
    Duplicates duplicates,
    Surveys surveys,
    FollowUps followUp,
    Sensitive sensitive,
    GoLive goLive,
    @Nullable Detection detection) {

  /** The resource that ships: it holds for a chain that has applied none. */
  public static final String SHIPPED = "policy/default-policy.yaml";

  public HotelPolicy {
    catalogue = Map.copyOf(catalogue);
  }

  private static List<LocalTime> ofOneDay(String where, List<LocalTime> window) {
    if (window.size() != 2 || !window.getFirst().isBefore(window.getLast())) {
      throw new IllegalArgumentException(
          "%s: %s (expected: [from, to] of one day)".formatted(where, window));
    }
    return List.copyOf(window);
  }

  private static QuietHours outside(List<LocalTime> window) {
    return new QuietHours(window.getLast(), window.getFirst());
  }

  /** What systems see before a guest says it. */
  public Detection seenBySystems() {
    return detection == null ? Detection.OF_REPORTS : detection;
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
  public record Unit(Map<String, CasePolicy.Worth> worth) {
    public Unit {
      worth = Map.copyOf(worth);
    }
  }

  /**
   * A second failure on top of the first.
   *
   * @param startsAtTier never cheaper than that
   * @param outcomeTimes on top of the tier's
   */
  public record DoubleDeviations(
      CostTier startsAtTier, BigDecimal outcomeTimes, ReopenedBySurvey reopenedBySurvey) {

    /** A guest who found the money fair but the manners poor gets a person, not more money. */
    public record ReopenedBySurvey(int moreMoneyOnlyIfOutcomeJusticeAtMost) {}
  }

  /** The same thing told twice. */
  public record Duplicates(Merge merge, Suggest suggest) {

    /** By itself. */
    public record Merge(Duration within) {}

    /** A person decides. */
    public record Suggest(Duration within) {}
  }

  /**
   * Asking how it was.
   *
   * @param opensCaseIf null: no answer opens a case
   * @param never what is never asked about in writing
   */
  public record Surveys(
      InStay inStay,
      AfterRecovery afterRecovery,
      PostStay postStay,
      Comment comment,
      ReopenIf reopenIf,
      @Nullable OpensCaseIf opensCaseIf,
      Set<Never> never) {

    public Surveys {
      never = Sorted.copyOf(never);
    }

    /**
     * During a stay.
     *
     * @param stayNightsAtLeast shorter stays are not asked
     * @param onNight on the day before whose evening so many nights have begun, from 1
     * @param at the hotel's time
     */
    public record InStay(int stayNightsAtLeast, int onNight, LocalTime at) {}

    /**
     * After a recovery.
     *
     * @param sample share of those who are asked, 0 to 1
     */
    public record AfterRecovery(
        InHouse inHouse,
        Departed departed,
        Map<Severity, BigDecimal> sample,
        Duration expires,
        Map<Severity, Medium> medium) {

      public AfterRecovery {
        sample = Map.copyOf(sample);
        medium = Map.copyOf(medium);
      }

      /**
       * A guest who is still there.
       *
       * @param after since it was made good
       * @param window from and to, the hotel's time
       * @param quietFor nobody has spoken with the guest for so long
       */
      public record InHouse(Duration after, List<LocalTime> window, Duration quietFor) {

        public InHouse {
          window = ofOneDay("surveys.afterRecovery.inHouse.window", window);
        }

        /** Outside the window. */
        public QuietHours quiet() {
          return outside(window);
        }
      }

      /** A guest who has left: on the next day at that hour of theirs. */
      public record Departed(LocalTime at) {}
    }

    /** After a stay, so long after leaving, at that hour of the guest. */
    public record PostStay(Duration after, LocalTime at) {}

    /** The guest's own words are asked for if the score, of 10, is no better than that. */
    public record Comment(int askIfScoreAtMost) {}

    /** How somebody is asked. */
    public enum Medium {
      FORM,
      CALL
    }

    /** What is never asked about in writing. */
    public enum Never {
      THIRD_PARTY_AUTHORITY,
      LEGAL,
      PROBLEM_CUSTOMER,
      EMPLOYEE,
      CLOSED_AUTOMATICALLY
    }

    /** Of 10, of 5. */
    public record ReopenIf(int scoreAtMost, int anyJusticeAtMost) {}

    /** For a stay without a case; of 10. */
    public record OpensCaseIf(int stayScoreAtMost) {}
  }

  /**
   * Following up.
   *
   * @param callHours from and to, in which guests are called, their time
   */
  public record FollowUps(AfterDeparture afterDeparture, List<LocalTime> callHours) {

    public FollowUps {
      callHours = ofOneDay("followUp.callHours", callHours);
    }

    /** When nobody is called. */
    public QuietHours quiet() {
      return outside(callHours);
    }

    /** How long after the stay, and at what hour of the guest. */
    public record AfterDeparture(Duration after, LocalTime at) {}
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

  /**
   * What is for few eyes.
   *
   * @param flags that make it so
   */
  public record Sensitive(Set<Flag> flags, Set<Role> seenBy) {
    public Sensitive {
      flags = Sorted.copyOf(flags);
      seenBy = Sorted.copyOf(seenBy);
    }
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
