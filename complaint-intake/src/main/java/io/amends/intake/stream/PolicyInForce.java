package io.amends.intake.stream;

import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PolicyReference;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.events.Json;

/** The policy in force: what the chain has applied, else the one that ships. */
public final class PolicyInForce {

  private PolicyInForce() {}

  /** For one thread: what it last read is kept. */
  public static CurrentRow<HotelPolicy> row() {
    return CurrentRow.orShipped(
        PolicyReference.CURRENT,
        HotelPolicy.SHIPPED,
        row -> Json.read(row, PolicyReference.class).policy(),
        HotelPolicy.class);
  }
}
