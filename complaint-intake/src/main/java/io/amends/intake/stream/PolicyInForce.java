package io.amends.intake.stream;

import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PolicyReference;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;

/** The policy in force: what the chain has applied, else the one that ships. */
public final class PolicyInForce {

  private PolicyInForce() {}

  /** For one thread: what it last read is kept. */
  public static CurrentRow<HotelPolicy> row() {
    return new CurrentRow<>(
        "CHAIN/policy@current",
        parse(Yaml.resource("policy/default-policy.yaml")),
        row -> parse(Json.read(row, PolicyReference.class).policy()));
  }

  private static HotelPolicy parse(Object document) {
    return Json.mapper().convertValue(document, HotelPolicy.class);
  }
}
