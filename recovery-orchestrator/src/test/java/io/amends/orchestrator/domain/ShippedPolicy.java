package io.amends.orchestrator.domain;

import io.amends.contracts.policy.HotelPolicy;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;

/** The policy that ships, unchanged. */
final class ShippedPolicy {

  static final HotelPolicy POLICY =
      Json.mapper().convertValue(Yaml.resource("policy/default-policy.yaml"), HotelPolicy.class);

  private ShippedPolicy() {}
}
