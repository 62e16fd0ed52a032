package io.amends.notification.domain;

import io.amends.contracts.notification.Message;
import java.util.Map;
import java.util.Optional;

/**
 * A message with what its words need: codes, times, places; never a name or an address.
 *
 * @param template which words
 * @param parameters by name
 * @param locale BCP 47
 * @param zone IANA, in which times are told
 */
public record Draft(
    Message message, String template, Map<String, String> parameters, String locale, String zone) {

  public Draft {
    parameters = Map.copyOf(parameters);
  }

  /**
   * One of its parameters.
   *
   * @throws IllegalArgumentException if the template needs what the planner did not give
   */
  public String get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "parameters: no %s (expected: what %s needs)".formatted(name, template)));
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }
}
