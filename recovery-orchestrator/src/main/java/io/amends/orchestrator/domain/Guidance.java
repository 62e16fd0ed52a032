package io.amends.orchestrator.domain;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CasePolicy.Band;
import io.amends.contracts.recovery.CasePolicy.Manner;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CaseSnapshot.Followed;
import io.amends.contracts.recovery.ComplaintStyle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What fits a case as it stands, over the three kinds of justice: what to do in which order, and
 * between what the guest may choose.
 *
 * @param style how the guest responds
 * @param playbook what to do with such a guest first, as the policy has it
 * @param version of the policy that says so
 * @param band what the guest gets; nobody falls below its floor, whatever the guest's tier
 * @param given so far
 * @param remedies what fits, the first is proposed
 * @param choices between how many of them the guest chooses
 * @param moreMoney false if the guest found the money fair: then it takes a person
 */
public record Guidance(
    ComplaintStyle style,
    @Nullable String playbook,
    String version,
    List<Step> steps,
    Band band,
    Money floor,
    Money usual,
    Money ceiling,
    Nights given,
    List<RemedyType> remedies,
    int choices,
    boolean moreMoney) {

  public Guidance {
    steps = List.copyOf(steps);
    remedies = List.copyOf(remedies);
  }

  /**
   * One step.
   *
   * @param by who does it, at least; null: anybody
   */
  public record Step(What what, @Nullable Role by, boolean done) {}

  /** What is done, in this order. */
  public enum What {
    ACKNOWLEDGE,
    APOLOGISE_IN_PERSON,
    APOLOGISE,
    EXPLAIN,
    EXPLAIN_IN_WRITING,
    FIX,
    OFFER_A_CHOICE,
    ONE_GESTURE,
    NAMED_HOST,
    LETTER,
    ASK_WHETHER_IT_IS_GOOD,
    FIND_THE_CAUSE,
    FOLLOW_UP_BY_CALL,
    FOLLOW_UP_BY_MESSAGE
  }

  /** For an open case; of a problem customer nothing is offered by itself. */
  public static Guidance of(CaseSnapshot now) {
    Course.Open open = open(now);
    Band band = open.handling().outcome();
    BigDecimal times = MakingGood.outcomeTimes(now.tier(), open);
    Band fits =
        new Band(band.floor().times(times), band.usual().times(times), band.ceiling().times(times));
    Money night = now.facts().place().referenceNight();
    ComplaintStyle style = Objects.requireNonNullElse(now.style(), ComplaintStyle.VOICER);
    Map<ComplaintStyle, String> playbooks = now.policy().playbooks();
    Manner manner = open.handling().manner();
    return new Guidance(
        style,
        playbooks == null ? null : playbooks.get(style),
        now.policy().id(),
        steps(now, open, manner),
        fits,
        fits.floor().at(night),
        fits.usual().at(night),
        fits.ceiling().at(night),
        given(now),
        remedies(now, open),
        manner == null ? 1 : manner.choices(),
        Reopening.moneyMayHelp(now.answered(), now.policy().asking()));
  }

  private static Nights given(CaseSnapshot now) {
    return new Remedies(now.remedies(), now.ledger()).given();
  }

  private static Course.Open open(CaseSnapshot now) {
    return switch (Snapshots.read(now).course()) {
      case Course.Open open -> open;
      case Course.Closed(var was, _) -> was;
      case Course.NotOpened _, Course.Merged _ ->
          throw new IllegalArgumentException("case: none of its own (expected: one)");
    };
  }

  private static List<Step> steps(CaseSnapshot now, Course.Open open, @Nullable Manner manner) {
    Role apologyBy = whoCalls(now, MakingGood.apologyBy(open));
    boolean inPerson = manner != null && manner.inPerson() && now.now().inHouse();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(What.ACKNOWLEDGE, null, now.acknowledgedAt() != null));
    steps.add(
        new Step(
            inPerson ? What.APOLOGISE_IN_PERSON : What.APOLOGISE,
            apologyBy,
            now.apologisedAt() != null));
    if (manner != null) {
      explanation(manner).ifPresent(what -> steps.add(new Step(what, null, false)));
    }
    steps.add(new Step(What.FIX, null, now.fixedAt() != null));
    boolean enough = !open.handling().outcome().floor().exceeds(given(now));
    steps.add(new Step(What.OFFER_A_CHOICE, null, now.madeGoodAt() != null && enough));
    if (manner != null) {
      steps.addAll(ofManner(manner, apologyBy));
    }
    steps.add(new Step(What.ASK_WHETHER_IT_IS_GOOD, null, now.followed() != Followed.NOT_YET));
    steps.add(new Step(What.FIND_THE_CAUSE, null, now.rootCause() != null));
    return steps;
  }

  private static java.util.Optional<What> explanation(Manner manner) {
    return switch (manner.explanation()) {
      case "ALWAYS" -> java.util.Optional.of(What.EXPLAIN);
      case "WRITTEN" -> java.util.Optional.of(What.EXPLAIN_IN_WRITING);
      default -> java.util.Optional.empty();
    };
  }

  private static List<Step> ofManner(Manner manner, Role apologyBy) {
    return Stream.of(
            manner.care().equals("NAMED_HOST") ? What.NAMED_HOST : What.ONE_GESTURE,
            manner.letter() ? What.LETTER : null,
            manner.followUp().equals("CALL") ? What.FOLLOW_UP_BY_CALL : What.FOLLOW_UP_BY_MESSAGE)
        .filter(Objects::nonNull)
        .map(what -> new Step(what, what == What.LETTER ? apologyBy : null, false))
        .toList();
  }

  /** A guest of a tier may be called by somebody higher; the floor is everybody's. */
  private static Role whoCalls(CaseSnapshot now, Role role) {
    return now.facts().guestTier() != null && role == Role.DUTY_MANAGER
        ? LadderPlan.oneUp(role)
        : role;
  }

  /** What answers this failure and fits its severity; a guest of a tier an upgrade first. */
  private static List<RemedyType> remedies(CaseSnapshot now, Course.Open open) {
    if (now.facts().flags().contains(io.amends.contracts.Flag.PROBLEM_CUSTOMER)) {
      return List.of();
    }
    List<RemedyType> fits = open.handling().fits();
    List<RemedyType> all =
        Stream.concat(now.policy().instead().stream().filter(fits::contains), fits.stream())
            .distinct()
            .filter(type -> !type.isWords())
            .toList();
    return now.facts().guestTier() == null || !all.contains(RemedyType.UPGRADE)
        ? all
        : Stream.concat(Stream.of(RemedyType.UPGRADE), all.stream()).distinct().toList();
  }
}
