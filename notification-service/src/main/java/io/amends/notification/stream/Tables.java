package io.amends.notification.stream;

import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.notification.Message;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.PolicyLevels;
import io.amends.contracts.reference.PolicyReference;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.contracts.reference.RosterReference;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Gate;
import io.amends.notification.domain.Gate.Reason;
import io.amends.notification.domain.Gate.Verdict;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.Whereabouts;
import io.amends.notification.domain.person.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Hotels, people and the policy in force, as the reference tables have them now. */
public final class Tables {

  private final ReadOnlyKeyValueStore<String, byte[]> properties;
  private final ReadOnlyKeyValueStore<String, byte[]> rosters;
  private final ReadOnlyKeyValueStore<String, byte[]> policies;
  private final CurrentRow<HotelPolicy> policy = PolicyInForce.row();

  /** Reads these stores. */
  public Tables(
      ReadOnlyKeyValueStore<String, byte[]> properties,
      ReadOnlyKeyValueStore<String, byte[]> rosters,
      ReadOnlyKeyValueStore<String, byte[]> policies) {
    this.properties = properties;
    this.rosters = rosters;
    this.policies = policies;
  }

  public HotelPolicy policy() {
    return policy.in(policies::get);
  }

  /** What holds at one hotel: the chain's, brand's, region's and its own, as levels go. */
  public HotelPolicy policyAt(Place place) {
    List<Map<String, Object>> levels = new ArrayList<>();
    for (String scope : PolicyLevels.scopesOf(place)) {
      byte @Nullable [] row = policies.get(PolicyLevels.currentOf(scope));
      if (row != null) {
        levels.add(Json.read(row, PolicyReference.class).policy());
      } else if (scope.equals(PolicyLevels.CHAIN)) {
        levels.add(Yaml.resource(HotelPolicy.SHIPPED));
      }
    }
    return levels.size() == 1
        ? policy()
        : Json.mapper().convertValue(PolicyLevels.resolve(levels), HotelPolicy.class);
  }

  public @Nullable PropertyReference findProperty(PropertyId id) {
    byte @Nullable [] row = properties.get(id.value());
    return row == null ? null : Json.read(row, PropertyReference.class);
  }

  /**
   * A hotel that something happened at.
   *
   * @throws IllegalArgumentException if nobody has told us of it
   */
  PropertyReference property(PropertyId id) {
    PropertyReference found = findProperty(id);
    if (found == null) {
      throw new IllegalArgumentException(
          "propertyId: %s (expected: one of reference.properties)".formatted(id.value()));
    }
    return found;
  }

  /** Who works there; nobody, if nobody is named. */
  public RosterReference roster(PropertyId id) {
    byte @Nullable [] row = rosters.get(id.value());
    return row == null ? RosterReference.nobody(id) : Json.read(row, RosterReference.class);
  }

  /**
   * What the gate says of a message now.
   *
   * @param person whom its guest is
   * @param guest all that is known of that person, as one
   */
  public Verdict decide(Message message, Draft draft, Person person, Guest guest, Instant now) {
    return person.wasTold(message.messageId())
        ? new Verdict.Suppress(Reason.TOLD_UNDER_ANOTHER_ID)
        : Gate.decide(
            draft, guest, mode(message), Whereabouts.zone(draft, guest, now), now, policy());
  }

  /** How far the property of a message is live. */
  public Mode mode(Message message) {
    PropertyReference property =
        message.propertyId() == null ? null : findProperty(message.propertyId());
    Mode mode = property == null ? null : property.mode();
    return mode == null ? Mode.SHADOW : mode;
  }
}
