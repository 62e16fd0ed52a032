package io.amends.orchestrator.domain;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseRef;
import io.amends.contracts.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks what case, and when.
 *
 * @param commandId a repeat gets the same answer; null: the clock or a complaint asks
 * @param as in which role, from the token or the link
 * @param properties for which that role holds; {@code *}: all
 * @param at append time of the record that asks, as hotel time: the order of the log decides
 */
public record Asked(
    CaseRef of, @Nullable String commandId, Actor by, Role as, Set<String> properties, Instant at) {

  public Asked {
    properties = Set.copyOf(properties);
  }

  boolean holdsFor(String property) {
    return properties.contains("*") || properties.contains(property);
  }
}
