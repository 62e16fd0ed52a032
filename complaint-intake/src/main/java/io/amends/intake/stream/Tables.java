package io.amends.intake.stream;

import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PropertyReference;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.events.Json;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** What the door knows of the chain. Used by one thread. */
final class Tables {

  private final CurrentRow<HotelPolicy> current = PolicyInForce.row();
  private final ReadOnlyKeyValueStore<String, byte[]> properties;
  private final ReadOnlyKeyValueStore<String, byte[]> policies;

  Tables(ProcessorContext<?, ?> context) {
    properties = context.getStateStore(IntakeTopology.PROPERTY_TABLE);
    policies = context.getStateStore(IntakeTopology.POLICY_TABLE);
  }

  HotelPolicy policy() {
    return current.in(policies::get);
  }

  /** A policy as it was applied under this id; null if none was. */
  byte @Nullable [] policy(String id) {
    return policies.get(id);
  }

  /** What the rules must know of a hotel; null if it is not known, or none is named. */
  @Nullable Place place(@Nullable PropertyId property) {
    byte @Nullable [] row = property == null ? null : properties.get(property.value());
    return row == null ? null : Json.read(row, PropertyReference.class).place();
  }
}
