package io.amends.notification.stream;

import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PolicyReference;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.events.Json;

/** The policy in force: what the chain has applied, else the one that ships. */
final class PolicyInForce {

  private PolicyInForce() {}

  static CurrentRow<HotelPolicy> row() {
    return CurrentRow.orShipped(
        PolicyReference.CURRENT,
        HotelPolicy.SHIPPED,
        row -> Json.read(row, PolicyReference.class).policy(),
        HotelPolicy.class);
  }
}
