package io.amends.contracts.policy;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import java.util.Map;
import java.util.Set;

/**
 * Who may give what.
 *
 * @param unlimited what needs nobody's leave and counts against nothing
 */
public record Empowerment(Map<Role, Limits> roles, Set<String> unlimited) {

  public Empowerment {
    roles = Map.copyOf(roles);
    unlimited = Set.copyOf(unlimited);
  }

  /**
   * Of one role.
   *
   * @param perCase at face value, over everybody's grants on the case
   */
  public record Limits(Nights perCase) {}
}
