package io.amends.orchestrator.domain;

import io.amends.contracts.Role;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Refused;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who stands how high, and what takes somebody higher. */
final class Ranks {

  private Ranks() {}

  /** The house itself asks for nobody. */
  static boolean isAtLeast(Role wanted, Role role) {
    return role == Role.SYSTEM
        || (role.compareTo(wanted) >= 0 && role.compareTo(Role.HEAD_OFFICE) <= 0);
  }

  /** Empty if that role may. */
  static Optional<Decision> refusedBelow(Role wanted, Role role) {
    return isAtLeast(wanted, role) ? Optional.empty() : Optional.of(fromUp(wanted, role));
  }

  /** It takes somebody higher than whoever asked. */
  static Refused fromUp(Role wanted, Role role) {
    return new Refused(List.of(new Code.NotThisRole(role)), atLeast(wanted));
  }

  private static Set<Role> atLeast(Role wanted) {
    return Arrays.stream(Role.values())
        .filter(other -> other != Role.SYSTEM && isAtLeast(wanted, other))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }
}
