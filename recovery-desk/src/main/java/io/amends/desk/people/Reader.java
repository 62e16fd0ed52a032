package io.amends.desk.people;

import io.amends.contracts.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Who reads a page.
 *
 * @param id subject of the token
 * @param roles as the token names them
 * @param properties for which they hold; {@code *}: all
 * @param token with which the person asks other services
 */
public record Reader(
    String id, String name, Set<String> roles, Set<String> properties, String token) {

  /** As the shipped policy has it, {@code sensitive.seenBy}. */
  private static final Set<String> SEE_SENSITIVE =
      Set.of("GENERAL_MANAGER", "SECURITY", "HEAD_OFFICE");

  /** Who may break the glass: whoever has to act while none of those is awake. */
  private static final Set<String> MAY_BREAK_GLASS = Set.of("DUTY_MANAGER", "REGION");

  /** As {@link ForAuditors} has it. */
  private static final Set<String> AUDIT = Set.of("HEAD_OFFICE", "SECURITY");

  public Reader {
    roles = Set.copyOf(roles);
    properties = Set.copyOf(properties);
  }

  public boolean holdsFor(String property) {
    return everywhere() || properties.contains(property);
  }

  public boolean everywhere() {
    return properties.contains("*");
  }

  public boolean seesSensitive() {
    return roles.stream().anyMatch(SEE_SENSITIVE::contains);
  }

  public boolean mayBreakGlass() {
    return roles.stream().anyMatch(MAY_BREAK_GLASS::contains);
  }

  /** Whether pages lead there; {@link ForAuditors} lets in. */
  public boolean audits() {
    return everywhere() && roles.stream().anyMatch(AUDIT::contains);
  }

  /** Operations and integrators look after machines: no guest is their business. */
  public boolean worksWithGuests() {
    return role().isPresent();
  }

  /** The highest of the roles in which somebody works with guests. */
  public Optional<Role> role() {
    return Arrays.stream(Role.values())
        .filter(role -> role.compareTo(Role.SECURITY) <= 0 && roles.contains(role.name()))
        .max(Comparator.naturalOrder());
  }

  /** Never the token: a record prints itself into logs. */
  @Override
  public String toString() {
    return "Reader[%s]".formatted(id);
  }
}
