package io.amends.endtoend;

import io.amends.local.program.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What can be asked of the services, as each of them tells it in its own document. */
final class Endpoints {

  static final List<String> SERVICES =
      List.of(Ports.INTAKE, Ports.ORCHESTRATOR, Ports.SCORER, Ports.NOTIFICATION, Ports.DESK);

  private Endpoints() {}

  /**
   * One thing that can be asked.
   *
   * @param roles that were declared for it; null: nothing was
   * @param everywhere whether they have to hold for all properties
   * @param queries names of its query parameters
   */
  record Operation(
      String service,
      String method,
      String path,
      boolean open,
      @Nullable Set<String> roles,
      boolean everywhere,
      List<String> queries) {

    /** As it is named in this test. */
    String name() {
      return "%s %s %s".formatted(service, method, path);
    }

    boolean isFor(String role) {
      return roles != null
          && (roles.contains(role) || (roles.contains("*") && !role.equals("PARTNER")));
    }

    /** Its address: what is not named is 1. */
    String filled(Map<String, String> values) {
      StringBuilder address = new StringBuilder();
      for (String part : path.split("(?=\\{)|(?<=})", -1)) {
        address.append(
            part.startsWith("{")
                ? values.getOrDefault(part.substring(1, part.length() - 1), "1")
                : part);
      }
      String query =
          queries.stream()
              .filter(values::containsKey)
              .map(name -> name + "=" + values.get(name))
              .collect(Collectors.joining("&"));
      return query.isEmpty() ? address.toString() : address + "?" + query;
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /** All of all services. */
  static List<Operation> of(Chain chain) {
    List<Operation> operations = new ArrayList<>();
    for (String service : SERVICES) {
      JsonNode document = chain.open(chain.stack().ports().url(service) + "/openapi").json();
      if (!document.path("info").path("title").asString().equals("Amends " + service)) {
        throw new AssertionError(service + ": another document (expected: its own)");
      }
      document
          .path("paths")
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .properties()
                      .forEach(
                          each ->
                              operations.add(
                                  operation(
                                      service, each.getKey(), path.getKey(), each.getValue()))));
    }
    return operations;
  }

  private static Operation operation(String service, String method, String path, JsonNode told) {
    JsonNode roles = told.path("x-roles");
    return new Operation(
        service,
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        told.path("security").isArray(),
        roles.isArray() ? texts(roles) : null,
        told.path("x-everywhere").asBoolean(),
        StreamSupport.stream(told.path("parameters").spliterator(), false)
            .filter(parameter -> parameter.path("in").asString().equals("query"))
            .map(parameter -> parameter.path("name").asString())
            .toList());
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(each -> texts.add(each.asString()));
    return texts;
  }
}
