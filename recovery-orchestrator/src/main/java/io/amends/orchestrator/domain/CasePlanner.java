package io.amends.orchestrator.domain;

import io.amends.contracts.Channel;
import io.amends.contracts.FailureType;
import io.amends.contracts.Flag;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.policy.Escalation;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CasePolicy.Handling;
import io.amends.contracts.recovery.CasePolicy.Rung;
import io.amends.contracts.recovery.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes from the policy in force what one case is handled by: the case pins it. */
public final class CasePlanner {

  private CasePlanner() {}

  /**
   * What of a case decides by which values it is handled; cases that agree in it share them.
   *
   * @param fromMailbox it came by the general manager's mailbox
   */
  public record Sort(FailureType failureType, Set<Flag> flags, boolean fromMailbox, String brand) {

    public static Sort of(CaseFacts facts) {
      return new Sort(
          facts.failureType(),
          facts.flags(),
          facts.channel() == Channel.GM_MAILBOX,
          facts.place().brand());
    }
  }

  public static CasePolicy policyFor(CaseFacts facts, HotelPolicy policy) {
    return policyFor(Sort.of(facts), policy, policy.policy().reference());
  }

  /**
   * The same of several levels that were put together.
   *
   * @param id names them all
   */
  public static CasePolicy policyFor(Sort sort, HotelPolicy policy, String id) {
    return new CasePolicy(
        id,
        Arrays.stream(Severity.values())
            .collect(Collectors.toMap(Function.identity(), s -> handling(sort, policy, s))),
        office(policy),
        policy.promises().warnings(),
        policy.promises().pauses().keySet().stream()
            .collect(Collectors.toMap(Function.identity(), policy.promises()::pausedBy)),
        policy.promises().pauseLimit(),
        departure(policy),
        policy.costOfDelay().tiers(),
        policy.empowerment().rolesAt(sort.brand()),
        needsNobodysLeave(policy.empowerment().unlimited()),
        seenBy(sort, policy),
        giving(policy),
        policy.remedies().outcomeTimes(),
        policy.doubleDeviation().outcomeTimes(),
        policy.doubleDeviation().startsAtTier(),
        policy.remedies().instead().getOrDefault(sort.failureType().name(), List.of()),
        policy.remedies().closingNeeds(),
        asking(policy),
        policy.escalation().nobodyOnShift().holdAtMost(),
        lowest(sort, policy),
        policy.playbookByStyle());
  }

  private static CasePolicy.Manner manner(HotelPolicy policy, Severity severity) {
    var remedies = policy.remedies().of(severity);
    return new CasePolicy.Manner(
        Boolean.TRUE.equals(remedies.courtesy().inPerson()),
        Boolean.TRUE.equals(remedies.courtesy().letter()),
        remedies.courtesy().care(),
        remedies.courtesy().followUp(),
        remedies.procedure().explanation(),
        policy.remedies().guestChoosesBetween().of(severity),
        remedies.procedure().reviewAfter());
  }

  private static Severity lowest(Sort sort, HotelPolicy policy) {
    return sort.flags().stream()
        .map(flag -> policy.severity().atLeast().getOrDefault(flag, Severity.MINOR))
        .reduce(Severity.MINOR, Severity::atLeast);
  }

  private static CasePolicy.Office office(HotelPolicy policy) {
    var hours = policy.promises().officeHours();
    var night = policy.escalation().night();
    return new CasePolicy.Office(hours.from(), hours.to(), night.from(), night.to());
  }

  /** What is for few eyes; whoever deals with problem customers sees those. */
  private static Set<Role> seenBy(Sort sort, HotelPolicy policy) {
    if (sort.flags().stream().noneMatch(policy.sensitive().flags()::contains)) {
      return Set.of();
    }
    return sort.flags().contains(Flag.PROBLEM_CUSTOMER)
        ? Stream.concat(
                policy.sensitive().seenBy().stream(),
                policy.remedies().problemCustomer().to().stream())
            .collect(Collectors.toUnmodifiableSet())
        : policy.sensitive().seenBy();
  }

  private static CasePolicy.Giving giving(HotelPolicy policy) {
    var centre = policy.escalation().whenTheCentreSettles();
    return new CasePolicy.Giving(
        policy.unit().worth(),
        policy.empowerment().unlimited().contains("CORRECTION_OF_A_WRONG_CHARGE"),
        centre.propertyPays().contains("WHAT_WAS_GIVEN"),
        centre.propertyPays().contains("HANDLING_FEE") ? centre.handlingFee() : Nights.ZERO,
        policy.empowerment().sameGuest(),
        policy.empowerment().isPartAllowedAtOnce());
  }

  private static CasePolicy.Departure departure(HotelPolicy policy) {
    var before = policy.promises().inHouse().beforeDeparture();
    return new CasePolicy.Departure(before.latest(), before.warn());
  }

  private static CasePolicy.Asking asking(HotelPolicy policy) {
    var surveys = policy.surveys();
    return new CasePolicy.Asking(
        surveys.afterRecovery().expires(),
        surveys.reopenIf().scoreAtMost(),
        surveys.reopenIf().anyJusticeAtMost(),
        policy.doubleDeviation().reopenedBySurvey().moreMoneyOnlyIfOutcomeJusticeAtMost(),
        policy.severity().raisedBy().publicAndUnanswered().after(),
        policy.followUp().afterDeparture().after(),
        policy.followUp().afterDeparture().at());
  }

  private static Handling handling(Sort sort, HotelPolicy policy, Severity severity) {
    Escalation escalation = policy.escalation();
    var remedies = policy.remedies().of(severity);
    return new Handling(
        inHouse(policy, severity),
        departed(policy, severity),
        baseCost(sort, policy, severity),
        escalation.ownerByTier().getOrDefault(severity, Map.of()),
        escalation.ownerWhenDeparted().of(severity),
        startingAt(sort, policy, rungs(escalation.nobodyHasAcknowledged().get(severity))),
        rungs(escalation.fixIsLate().get(severity)),
        rungs(escalation.departedIsLate().get(severity)),
        ownerAnd(escalation.apologyOrUpdateIsLate()),
        remedies.outcome(),
        remedies.fits(),
        remedies.courtesy().apologyByRole(),
        policy.remedies().aboveCeiling().by().of(severity),
        severity == Severity.MINOR,
        manner(policy, severity),
        escalation.ownerWhenDeparted().fixPromiseBroken());
  }

  private static Nights baseCost(Sort sort, HotelPolicy policy, Severity severity) {
    return policy.costOfDelay().baseCostOf(sort.failureType()).of(severity);
  }

  private static Map<Clock, Duration> inHouse(HotelPolicy policy, Severity severity) {
    var here = policy.promises().inHouse();
    return Map.ofEntries(
        Map.entry(Clock.ACKNOWLEDGE, here.acknowledge().of(severity)),
        Map.entry(Clock.APOLOGISE, here.apologise().of(severity)),
        Map.entry(Clock.FIX, here.fix().of(severity)),
        Map.entry(Clock.NEXT_UPDATE, here.nextUpdate().of(severity)),
        Map.entry(Clock.DEPARTMENT_ACCEPTS, here.departmentAccepts().of(severity)),
        Map.entry(Clock.APPROVAL, here.approval().of(severity)),
        Map.entry(Clock.CHECK_BACK, here.checkBack().of(severity)),
        Map.entry(Clock.REMEDY_REACHES_GUEST, here.remedyReachesGuest().of(severity)),
        Map.entry(
            Clock.FIRST_PUBLIC_ANSWER,
            policy.promises().publicChannel().firstAnswer().of(severity)),
        Map.entry(Clock.AUTHORITY_ANSWER, policy.promises().authority().answer().ifMissing()));
  }

  private static Map<Clock, Duration> departed(HotelPolicy policy, Severity severity) {
    var gone = policy.promises().departed();
    return Map.of(
        Clock.ACKNOWLEDGE, gone.acknowledge().of(severity),
        Clock.APOLOGISE, gone.apologise().of(severity),
        Clock.FIX, gone.fix().of(severity),
        Clock.NEXT_UPDATE, gone.nextUpdate().of(severity),
        Clock.APPROVAL, gone.approval().of(severity),
        Clock.REMEDY_REACHES_GUEST, gone.remedyReachesGuest().of(severity),
        Clock.FIRST_PUBLIC_ANSWER, policy.promises().publicChannel().firstAnswer().of(severity),
        Clock.AUTHORITY_ANSWER, policy.promises().authority().answer().ifMissing());
  }

  /** Some channels skip the lower rungs, and problem customers are for security. */
  private static List<Rung> startingAt(Sort sort, HotelPolicy policy, List<Rung> rungs) {
    if (sort.flags().contains(Flag.PROBLEM_CUSTOMER)) {
      return Stream.concat(
              policy.remedies().problemCustomer().to().stream()
                  .sorted()
                  .map(role -> new Rung(role, Duration.ZERO, false)),
              rungs.stream().filter(rung -> rung.role().compareTo(Role.DUTY_MANAGER) > 0))
          .toList();
    }
    if (!sort.fromMailbox()) {
      return rungs;
    }
    Role first = policy.escalation().channelOverrides().GM_MAILBOX().startsAt();
    return Stream.concat(
            Stream.of(new Rung(first, Duration.ZERO, false)),
            rungs.stream().filter(rung -> rung.role().compareTo(first) > 0))
        .toList();
  }

  private static List<Rung> rungs(@Nullable Map<Role, Long> minutes) {
    return Optional.ofNullable(minutes).orElse(Map.of()).entrySet().stream()
        .map(entry -> new Rung(entry.getKey(), Duration.ofMinutes(entry.getValue()), false))
        .sorted(Comparator.comparing(Rung::after).thenComparing(Rung::role))
        .toList();
  }

  private static List<Rung> ownerAnd(Map<String, Long> minutes) {
    return minutes.entrySet().stream()
        .map(
            entry -> {
              boolean owner = entry.getKey().equals("OWNER");
              Role role = owner ? Role.FRONT_LINE : Role.valueOf(entry.getKey());
              return new Rung(role, Duration.ofMinutes(entry.getValue()), owner);
            })
        .sorted(Comparator.comparing(Rung::after).thenComparing(Rung::role))
        .toList();
  }

  /** The policy's list has finer words than remedies have; a like for like replacement is one. */
  private static Set<RemedyType> needsNobodysLeave(Set<String> unlimited) {
    Set<RemedyType> free =
        EnumSet.allOf(RemedyType.class).stream()
            .filter(type -> unlimited.contains(type.name()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(RemedyType.class)));
    if (unlimited.contains("REPLACE_SAME_CATEGORY")) {
      free.add(RemedyType.REPLACE);
    }
    return free;
  }
}
