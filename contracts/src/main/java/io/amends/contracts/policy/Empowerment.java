package io.amends.contracts.policy;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.Limits;
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
}
