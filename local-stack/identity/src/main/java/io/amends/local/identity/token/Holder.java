package io.amends.local.identity.token;

import io.amends.local.identity.Person;
import java.util.List;

/**
 * Who a token speaks for.
 *
 * @param properties property ids, or {@code *} for all
 */
record Holder(String id, String name, List<String> roles, List<String> properties) {

  static final List<String> EVERYWHERE = List.of("*");

  Holder {
    roles = List.copyOf(roles);
    properties = List.copyOf(properties);
  }

  static Holder of(Person person) {
    return new Holder(person.id(), person.name(), person.roles(), person.properties());
  }
}
