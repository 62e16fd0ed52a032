package io.amends.orchestrator.domain;

import io.amends.contracts.policy.HotelPolicy;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import java.util.Map;
import java.util.Optional;

/** The policy that ships, unchanged. */
final class ShippedPolicy {

  static final HotelPolicy POLICY =
      Json.mapper().convertValue(Yaml.resource("policy/default-policy.yaml"), HotelPolicy.class);

  /** The same with every promise of the house twice as long, under version 2. */
  static final Policies POLICIES =
      (facts, id) ->
          id.equals("CHAIN/policy@2")
              ? Optional.of(CasePlanner.policyFor(facts, slower()))
              : Optional.empty();

  private ShippedPolicy() {}

  private static HotelPolicy slower() {
    Map<String, Object> document = Yaml.resource("policy/default-policy.yaml");
    Map<String, Object> fix = in(in(in(document, "promises"), "inHouse"), "fix");
    fix.put("MAJOR", "PT4H");
    in(document, "policy").put("version", 2);
    return Json.mapper().convertValue(document, HotelPolicy.class);
  }

  @SuppressWarnings("unchecked") // a map in YAML has names
  private static Map<String, Object> in(Map<String, Object> document, String name) {
    return (Map<String, Object>) java.util.Objects.requireNonNull(document.get(name));
  }
}
