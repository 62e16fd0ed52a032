package io.amends.contracts.recovery;

import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.time.clock.Warning;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values by which one case is handled, resolved for its property and failure when it opens. The
 * case pins them, so a changed policy moves no old promise.
 *
 * @param id {@code <scope>/<kind>@<version>}; explains, never decides again
 * @param handling by severity: it may change
 * @param warnings of each clock, to its owner only
 * @param pauses which clocks a reason pauses
 * @param tiers when a case gets dearer
 * @param limits what a role may give without asking
 * @param needsNobodysLeave what counts against no limit
 * @param seenBy who alone may see the case; empty: whoever works at the hotel
 * @param giving what things are worth, and who bears what the centre gives
 * @param outcomeTimes the multiplier of what a guest gets, by the tier at which the delay ended
 * @param secondTimes the same on top, after a double deviation
 * @param instead what answers what went wrong; the first is proposed
 * @param toClose what must be done before the case may be closed
 * @param playbooks what to do first, by how the guest responds
 * @param lowest below which nobody may correct it, for what it is about; absent: no such bound
 */
public record CasePolicy(
    String id,
    Map<Severity, Handling> handling,
    Office office,
    List<Warning> warnings,
    Map<String, Set<Clock>> pauses,
    Duration pauseLimit,
    Departure beforeDeparture,
    Map<CostTier, TierRule> tiers,
    Map<Role, Limits> limits,
    Set<RemedyType> needsNobodysLeave,
    Set<Role> seenBy,
    Giving giving,
    Map<CostTier, BigDecimal> outcomeTimes,
    BigDecimal secondTimes,
    CostTier secondStartsAt,
    List<RemedyType> instead,
    Set<Need> toClose,
    Asking asking,
    Duration holdAtMost,
    @Nullable Severity lowest,
    @Nullable Map<ComplaintStyle, String> playbooks) {

  public CasePolicy {
    handling = Map.copyOf(handling);
    warnings = List.copyOf(warnings);
    pauses =
        pauses.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> inOrder(e.getValue())));
    tiers = Map.copyOf(tiers);
    limits = Map.copyOf(limits);
    seenBy = inOrder(seenBy);
    needsNobodysLeave = inOrder(needsNobodysLeave);
    outcomeTimes = Map.copyOf(outcomeTimes);
    instead = List.copyOf(instead);
    toClose = inOrder(toClose);
  }

  /** In the order of its words, so that the same values are written the same. */
  private static <E extends Enum<E>> Set<E> inOrder(Set<E> words) {
    return Collections.unmodifiableSet(new TreeSet<>(words));
  }

  /**
   * How one severity is handled.
   *
   * @param inHouse how long promises have while the guest is here, around the clock
   * @param departed how long after the stay; acknowledging and apologising in office hours
   * @param baseCost what making good on the spot usually takes
   * @param owners who owns the recovery in each tier
   * @param ownerWhenDeparted who owns it after the stay
   * @param nobodyHasAcknowledged in house, after detection
   * @param fixIsLate in house, after the promise was broken
   * @param departedIsLate after the acknowledge or fix promise was broken
   * @param otherIsLate after another promise was broken
   * @param outcome what is usual for the guest to get, before multipliers
   * @param aboveCeiling who may go above the ceiling, with a reason
   * @param spareTheNight whether all but the front line hear of it in the morning only
   * @param manner how it is said and done
   * @param centre who takes over when the fix promised after the stay is late; absent: nobody
   */
  public record Handling(
      Map<Clock, Duration> inHouse,
      Map<Clock, Duration> departed,
      Nights baseCost,
      Map<CostTier, Role> owners,
      Role ownerWhenDeparted,
      List<Rung> nobodyHasAcknowledged,
      List<Rung> fixIsLate,
      List<Rung> departedIsLate,
      List<Rung> otherIsLate,
      Band outcome,
      List<RemedyType> fits,
      Role apologyBy,
      Role aboveCeiling,
      boolean spareTheNight,
      @Nullable Manner manner,
      @Nullable Role centre) {

    public Handling {
      inHouse = Map.copyOf(inHouse);
      departed = Map.copyOf(departed);
      owners = Map.copyOf(owners);
      nobodyHasAcknowledged = List.copyOf(nobodyHasAcknowledged);
      fixIsLate = List.copyOf(fixIsLate);
      departedIsLate = List.copyOf(departedIsLate);
      otherIsLate = List.copyOf(otherIsLate);
      fits = List.copyOf(fits);
    }
  }

  /**
   * How it is said and done: procedure and courtesy.
   *
   * @param inPerson whether somebody apologises face to face where the guest is here
   * @param letter whether one is written
   * @param care a gesture or a host, as the policy names it
   * @param followUp a message or a call, as the policy names it
   * @param explanation if asked, always or in writing, as the policy names it
   * @param choices between how many remedies the guest chooses
   * @param reviewAfter when somebody looks at how it was handled; absent: nobody does
   */
  public record Manner(
      boolean inPerson,
      boolean letter,
      String care,
      String followUp,
      String explanation,
      int choices,
      @Nullable Duration reviewAfter) {}

  /**
   * What things are worth, and who bears what the centre gives.
   *
   * @param worth by name; {@code POINTS_10000} is ten thousand points
   * @param correctsFreely whether giving back what was charged wrongly needs nobody's leave
   * @param chargedBack whether the property bears what the centre gave in its place
   * @param handlingFee what the centre takes on top, once in a case
   * @param sameGuest beyond what somebody looks again before a guest gets more; absent: never
   * @param partAtOnce whether part of it may be given up to the own limit; absent: no
   */
  public record Giving(
      Map<String, Worth> worth,
      boolean correctsFreely,
      boolean chargedBack,
      Nights handlingFee,
      @Nullable SameGuest sameGuest,
      @Nullable Boolean partAtOnce) {
    public Giving {
      worth = Map.copyOf(worth);
    }
  }

  /** What something is worth: face to the guest, cost to the hotel. */
  public record Worth(Nights face, Nights cost) {}

  /** Office hours, and the night of the property. */
  public record Office(LocalTime from, LocalTime to, LocalTime nightFrom, LocalTime nightTo) {}

  /** Before the guest leaves: how long before, and how long before that its owner is warned. */
  public record Departure(Duration latest, Duration warn) {}

  /**
   * Asking the guest.
   *
   * @param answerWithin how long an answer is waited for
   * @param scoreAtMost of 10, reopens
   * @param justiceAtMost of 5, reopens
   * @param moreMoneyAtMost outcome justice up to which more money may help
   * @param raiseAfter how long in public and unanswered until it counts as worse
   * @param afterStay how long after the stay somebody asks how it was
   * @param afterStayAt at what hour
   */
  public record Asking(
      Duration answerWithin,
      int scoreAtMost,
      int justiceAtMost,
      int moreMoneyAtMost,
      Duration raiseAfter,
      Duration afterStay,
      LocalTime afterStayAt) {}

  /**
   * Who is alerted how long after the cause.
   *
   * @param ownerInstead whether it is whoever owns the case then, whatever {@code role} says
   */
  public record Rung(Role role, Duration after, boolean ownerInstead) {}

  /** What a guest gets: nobody falls below the floor, the usual is proposed. */
  public record Band(Nights floor, Nights usual, Nights ceiling) {}

  /** What must be done before a case may be closed. */
  public enum Need {
    FIX,
    CARE,
    ROOT_CAUSE,
    DEPARTMENT,
    FOLLOW_UP_ANSWERED_OR_EXPIRED
  }

  /** How this severity is handled. */
  public Handling of(Severity severity) {
    Handling found = handling.get(severity);
    if (found == null) {
      throw new IllegalStateException("handling: none for %s (expected: all)".formatted(severity));
    }
    return found;
  }
}
