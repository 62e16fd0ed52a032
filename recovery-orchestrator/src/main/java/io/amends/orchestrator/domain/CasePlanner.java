package io.amends.orchestrator.domain;

import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.policy.Escalation;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.AlertStep.Cause;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CasePolicy.Rung;
import io.amends.contracts.time.calendar.ServiceCalendar;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out from the policy how one case is to be handled. */
public final class CasePlanner {

  private CasePlanner() {}

  /** The plan for a failure, as the policy in force has it. */
  public static CasePlan plan(CaseFacts facts, HotelPolicy policy) {
    return new CasePlan(
        casePolicy(facts, policy),
        PromisePlan.of(facts, policy.promises()),
        TierPlan.of(facts, policy),
        ladder(facts, policy));
  }

  private static CasePolicy casePolicy(CaseFacts facts, HotelPolicy policy) {
    Severity severity = facts.severity();
    Escalation escalation = policy.escalation();
    List<Rung> departedIsLate =
        facts.inHouse() ? List.of() : rungs(escalation.departedIsLate().get(severity));
    return new CasePolicy(
        policy.policy().reference(),
        policy.promises().inHouse().checkBack().of(severity),
        departedIsLate,
        facts.inHouse() ? rungs(escalation.fixIsLate().get(severity)) : departedIsLate,
        ownerAnd(escalation.apologyOrUpdateIsLate()),
        policy.empowerment().roles().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().perCase())),
        needsNobodysLeave(policy.empowerment().unlimited()),
        policy.unit().tenThousandPoints(),
        policy.remedies().of(severity).outcome(),
        policy.remedies().outcomeTimes(),
        policy.remedies().of(severity).courtesy().apologyByRole(),
        policy.remedies().closingNeeds());
  }

  /** In house, as long as nobody acknowledges; else who owns it hears when the office opens. */
  private static List<AlertStep> ladder(CaseFacts facts, HotelPolicy policy) {
    if (facts.inHouse()) {
      return rungs(policy.escalation().nobodyHasAcknowledged().get(facts.severity())).stream()
          .map(
              rung ->
                  new AlertStep(
                      Cause.NOBODY_HAS_ACKNOWLEDGED,
                      null,
                      rung.role(),
                      facts.detectedAt().plus(rung.after())))
          .toList();
    }
    ServiceCalendar office = PromisePlan.officeHours(facts, policy.promises());
    return List.of(
        new AlertStep(
            Cause.OWNER_NAMED,
            null,
            policy.escalation().ownerWhenDeparted().of(facts.severity()),
            office.nextOpening(facts.detectedAt())));
  }

  private static List<Rung> rungs(@org.jspecify.annotations.Nullable Map<Role, Long> minutes) {
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

  /** The policy's list has finer words than remedies have; those are not for everybody. */
  private static Set<RemedyType> needsNobodysLeave(Set<String> unlimited) {
    Set<String> known =
        Arrays.stream(RemedyType.values()).map(Enum::name).collect(Collectors.toSet());
    return Stream.concat(unlimited.stream(), replaceInKind(unlimited))
        .filter(known::contains)
        .map(RemedyType::valueOf)
        .collect(Collectors.toSet());
  }

  /** A room of the same kind is a replacement like any other here: it costs no limit. */
  private static Stream<String> replaceInKind(Set<String> unlimited) {
    return unlimited.contains("REPLACE_SAME_CATEGORY") ? Stream.of("REPLACE") : Stream.of();
  }
}
