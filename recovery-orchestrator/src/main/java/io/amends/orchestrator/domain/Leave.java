package io.amends.orchestrator.domain;

import io.amends.contracts.Flag;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.Limits;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may give how much over one case: the role's limit, and above the band the role that the
 * policy names for it.
 *
 * @param ceiling of what fits this severity, at the tier of the case
 * @param look below whom nobody decides alone, since this guest was given much before; null: as the
 *     limits say
 */
record Leave(Course.Open open, Nights ceiling, @Nullable Role look) {

  static Leave of(RecoveryCase state, Course.Open open) {
    return new Leave(
        open,
        open.handling()
            .outcome()
            .ceiling()
            .times(MakingGood.outcomeTimes(state.cost().current().tier(), open)),
        null);
  }

  /** The same, and nobody below that role decides alone. */
  Leave looked(@Nullable Role by) {
    return new Leave(open, ceiling, by);
  }

  /** Over one case, all givers together; a problem customer gets nothing without a manager. */
  Nights perCase(Role role) {
    Limits limits = policy().limits().get(role);
    return limits == null || (isProblem() && role.compareTo(Role.DUTY_MANAGER) < 0)
        ? Nights.ZERO
        : limits.perCase();
  }

  private boolean isProblem() {
    return open.facts().flags().contains(Flag.PROBLEM_CUSTOMER);
  }

  boolean isAboveCeiling(Nights total) {
    return total.exceeds(ceiling);
  }

  /** Whether the role's own limits reach so far. */
  boolean covers(Role role, Nights total) {
    return isHighEnough(role) && isWithinLimits(role, total);
  }

  /** Whether the role may look again. */
  boolean isHighEnough(Role role) {
    return look == null || role.compareTo(look) >= 0;
  }

  /** Whether the role's limit and the band reach so far. */
  boolean isWithinLimits(Role role, Nights total) {
    return !total.exceeds(perCase(role))
        && (!isAboveCeiling(total) || role.compareTo(open.handling().aboveCeiling()) >= 0);
  }

  /** How many must agree to so much in that role. */
  int approvers(Role role, Nights total) {
    Limits limits = policy().limits().get(role);
    return limits == null ? 1 : limits.approversFor(total);
  }

  Set<Role> whoMay(Nights total) {
    return givers()
        .filter(role -> covers(role, total))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  /**
   * Who may be asked for so much, the lowest first; roles in which nobody is on duty are passed
   * over, unless nobody is in any of them.
   *
   * @param above whose limit it is beyond; one of its own is asked only if nobody is higher
   */
  List<Role> route(Role above, Nights total, Duty duty, Instant at) {
    List<Role> all =
        givers().filter(role -> isHigher(role, above)).filter(role -> covers(role, total)).toList();
    List<Role> onDuty =
        all.stream()
            .filter(role -> duty.in(role, at).map(people -> !people.isEmpty()).orElse(true))
            .toList();
    return onDuty.isEmpty() ? all : onDuty;
  }

  private static boolean isHigher(Role role, Role than) {
    return switch (than) {
      case SYSTEM, OPERATIONS, INTEGRATOR -> true;
      case SECURITY -> role.compareTo(Role.DUTY_MANAGER) >= 0;
      case HEAD_OFFICE -> role == Role.HEAD_OFFICE;
      case FRONT_LINE, SUPERVISOR, DUTY_MANAGER, GENERAL_MANAGER, REGION ->
          role.compareTo(than) > 0;
    };
  }

  private static Stream<Role> givers() {
    return Arrays.stream(Role.values()).filter(role -> role.compareTo(Role.HEAD_OFFICE) <= 0);
  }

  private CasePolicy policy() {
    return open.policy();
  }
}
