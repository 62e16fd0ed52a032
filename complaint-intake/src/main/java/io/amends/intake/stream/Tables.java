package io.amends.intake.stream;

import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PropertyReference;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.events.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What the door knows of the chain. Used by one thread. */
final class Tables {

  private final CurrentRow<HotelPolicy> current = PolicyInForce.row();
  private final Map<String, CurrentRow<Optional<Place>>> places = new HashMap<>();
  private final Function<String, byte @Nullable []> properties;
  private final Function<String, byte @Nullable []> policies;

  Tables(ProcessorContext<?, ?> context) {
    this(
        context.<KeyValueStore<String, byte[]>>getStateStore(IntakeTopology.PROPERTY_TABLE)::get,
        context.<KeyValueStore<String, byte[]>>getStateStore(IntakeTopology.POLICY_TABLE)::get);
  }

  Tables(
      Function<String, byte @Nullable []> properties,
      Function<String, byte @Nullable []> policies) {
    this.properties = properties;
    this.policies = policies;
  }

  HotelPolicy policy() {
    return current.in(policies);
  }

  /** A policy as it was applied under this id; null if none was. */
  byte @Nullable [] policy(String id) {
    return policies.apply(id);
  }

  /** What the rules must know of a hotel; null if it is not known, or none is named. */
  @Nullable Place place(@Nullable PropertyId property) {
    byte @Nullable [] row = property == null ? null : properties.apply(property.value());
    return row == null || property == null ? null : parsed(property.value());
  }

  private @Nullable Place parsed(String property) {
    return places
        .computeIfAbsent(
            property,
            id ->
                new CurrentRow<>(
                    id,
                    Optional.empty(),
                    row -> Optional.of(Json.read(row, PropertyReference.class).place())))
        .in(properties)
        .orElse(null);
  }
}
