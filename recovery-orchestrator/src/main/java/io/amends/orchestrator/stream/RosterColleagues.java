package io.amends.orchestrator.stream;

import io.amends.contracts.Place;
import io.amends.contracts.Role;
import io.amends.contracts.reference.RosterReference;
import io.amends.kit.events.Json;
import io.amends.orchestrator.domain.Colleagues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Who is on duty, as the rosters have it now. */
final class RosterColleagues implements Colleagues {

  private final ReadOnlyKeyValueStore<String, byte[]> rosters;

  RosterColleagues(ReadOnlyKeyValueStore<String, byte[]> rosters) {
    this.rosters = rosters;
  }

  @Override
  public Optional<List<Person>> on(Role role, Place place, Instant at) {
    return Optional.ofNullable(rosters.get(place.propertyId().value()))
        .map(row -> Json.read(row, RosterReference.class))
        .map(
            roster ->
                roster.onDuty(role, place.zone().wallClock(at).toLocalTime()).stream()
                    .map(person -> new Person(person.staffId(), person.name()))
                    .toList());
  }
}
