package io.amends.kit.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param id subject of the token, or the person a link was made for
 * @param roles as the token names them
 * @param properties for which they hold; {@code *}: all
 * @param link if the caller holds a link instead of a token
 */
public record Caller(
    String id, Set<String> roles, Set<String> properties, @Nullable SignedLink link) {

  public Caller {
    roles = Set.copyOf(roles);
    properties = Set.copyOf(properties);
  }

  public boolean holdsFor(String property) {
    return holdsEverywhere() || properties.contains(property);
  }

  public boolean holdsEverywhere() {
    return properties.contains("*");
  }

  public boolean is(String role) {
    return roles.contains(role);
  }
}
