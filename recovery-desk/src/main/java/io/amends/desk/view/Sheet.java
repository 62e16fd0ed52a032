package io.amends.desk.view;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.amends.contracts.Money;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.clock.Segment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case as the desk's pages tell it: codes and values, no words and nothing personal.
 *
 * @param open whether something is still to be done
 * @param flags what makes it special
 * @param inPublic whether it stands in public
 * @param guestTier of the loyalty programme
 * @param textId where the guest's words lie
 * @param tier in which it stands, or in which the delay ended
 * @param tiers when it gets dearer, in the order of time
 * @param ladder who will be alerted next, unless somebody acts
 * @param limits what a role may give over the whole case without asking
 * @param waiting what somebody wishes to give and may not alone
 * @param usual what is usual to give now; null: unknown
 * @param missing what must be done before it may be closed
 * @param fits remedies that fit what went wrong, the best first
 * @param policy by which it is handled
 * @param beside what may be done beside the five verbs
 */
public record Sheet(
    String caseId,
    String guestId,
    int version,
    boolean open,
    String property,
    IanaZone zone,
    Money night,
    @Nullable String room,
    String issue,
    String failureType,
    String department,
    String severity,
    String origin,
    String channel,
    Set<String> flags,
    boolean inPublic,
    Instant occurredAt,
    Instant detectedAt,
    @Nullable Instant departureAt,
    @Nullable String guestTier,
    @Nullable String textId,
    String tier,
    String owner,
    List<Tier> tiers,
    List<Promise> promises,
    List<Alert> ladder,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant apologisedAt,
    @Nullable Instant fixedAt,
    @Nullable Instant delayEndedAt,
    @Nullable Instant madeGoodAt,
    @Nullable Cause cause,
    List<Given> given,
    List<Waiting> waiting,
    Map<String, Money> limits,
    @Nullable Band usual,
    List<String> missing,
    List<String> fits,
    String policy,
    Beside beside) {

  /** Who may see such cases without giving a reason is for few to say. */
  static final Set<String> SENSITIVE = Set.of("SENSITIVE", "LEGAL", "PROBLEM_CUSTOMER");

  public Sheet {
    flags = Set.copyOf(flags);
    tiers = List.copyOf(tiers);
    promises = List.copyOf(promises);
    ladder = List.copyOf(ladder);
    given = List.copyOf(given);
    waiting = List.copyOf(waiting);
    limits = Map.copyOf(limits);
    missing = List.copyOf(missing);
    fits = List.copyOf(fits);
  }

  /** When a tier begins, and what the case then stands at (an estimate by the 1-10-100 rule). */
  public record Tier(String tier, Instant from, BigDecimal factor, Money exposure, String owner) {}

  /**
   * A promise and what became of it.
   *
   * @param from from when it counts
   * @param dueAt null while a pause keeps that unknown
   * @param result RUNNING, MET, BREACHED or CANCELLED
   * @param at when it ended, if it did
   * @param owed whether it is still to be done, in time or late
   * @param segments why it is due when it is
   */
  public record Promise(
      String clock,
      Instant from,
      @Nullable Instant dueAt,
      String result,
      @Nullable Instant at,
      boolean owed,
      List<Segment> segments) {

    public Promise {
      segments = List.copyOf(segments);
    }
  }

  /** Somebody who will be alerted. */
  public record Alert(String cause, String role, Instant at) {}

  /** Why it went wrong, in the words of the gap model. */
  public record Cause(String gap, String cause, String department) {}

  /**
   * What the guest was given.
   *
   * @param number of the remedy in the case
   * @param toHand whether the guest does not have it in hand yet
   */
  public record Given(
      int number, String remedy, Money worth, @Nullable Long points, boolean toHand) {}

  /**
   * What may be done beside the five verbs, and what is about the same matter.
   *
   * @param cycle 1, or higher if it was opened again
   * @param style how the guest responds
   * @param mayPause why clocks may stand still, by the policy
   * @param paused why they stand still now
   * @param alike cases that may be the same
   * @param partOf the case that this one has become part of
   * @param partAtOnce whether what the own limit allows may be given before the rest is answered
   */
  public record Beside(
      int cycle,
      @Nullable String style,
      List<String> mayPause,
      List<Paused> paused,
      List<Alike> alike,
      @Nullable Ref partOf,
      boolean partAtOnce) {
    public Beside {
      mayPause = List.copyOf(mayPause);
      paused = List.copyOf(paused);
      alike = List.copyOf(alike);
    }
  }

  /** Clocks stand still for a reason, until then at the latest. */
  public record Paused(String reason, Instant until) {}

  /**
   * A case that may be about the same.
   *
   * @param in what the two have in common: GUEST, STAY, ISSUE, ROOM
   */
  public record Alike(String guestId, String caseId, List<String> in) {
    public Alike {
      in = List.copyOf(in);
    }
  }

  /** Where another case is found. */
  public record Ref(String guestId, String caseId) {}

  /**
   * What somebody wishes to give.
   *
   * @param number of the remedy in the case
   * @param by as events name an actor
   * @param total what the guest would have then, all givers together
   * @param of the role that was asked
   * @param whoMay the roles whose limits reach so far
   * @param answerBy when the next is asked
   */
  public record Waiting(
      int number,
      String remedy,
      Money worth,
      @Nullable Long points,
      Money total,
      String by,
      String as,
      @Nullable String reason,
      Instant askedAt,
      String of,
      Set<String> whoMay,
      @Nullable Instant answerBy) {
    public Waiting {
      whoMay = Set.copyOf(whoMay);
    }
  }

  /** What a guest usually gets in such a case. */
  public record Band(Money floor, Money usual, Money ceiling) {}

  /** Whether it is for few eyes. */
  @JsonIgnore
  public boolean isSensitive() {
    return flags.stream().anyMatch(SENSITIVE::contains);
  }

  /** What is owed next: late things first, since they were due first. */
  @JsonIgnore
  public Optional<Promise> next() {
    return promises.stream()
        .filter(promise -> promise.owed() && promise.dueAt() != null)
        .min(Comparator.comparing(Promise::dueAt));
  }

  /** Whether a promise of that clock is still to be kept. */
  public boolean owes(String clock) {
    return promises.stream().anyMatch(promise -> promise.clock().equals(clock) && promise.owed());
  }

  /** The tier in which it stands. */
  @JsonIgnore
  public Optional<Tier> standing() {
    return tiers.stream().filter(each -> each.tier().equals(tier)).findFirst();
  }
}
