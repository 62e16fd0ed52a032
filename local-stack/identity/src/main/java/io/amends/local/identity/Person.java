package io.amends.local.identity;

import java.util.List;

/**
 * A demo user.
 *
 * @param id the staff id, as it stands in tokens, events and rosters
 * @param password in clear: it is shown on the login page
 * @param properties property ids, or {@code *} for all
 */
public record Person(
    String id, String name, String password, List<String> roles, List<String> properties) {

  public Person {
    roles = List.copyOf(roles);
    properties = List.copyOf(properties);
  }
}
