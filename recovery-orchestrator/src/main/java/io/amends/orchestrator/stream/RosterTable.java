package io.amends.orchestrator.stream;

import io.amends.contracts.Place;
import io.amends.contracts.reference.OnDuty;
import io.amends.contracts.reference.RosterReference;
import io.amends.kit.events.Json;
import io.amends.orchestrator.domain.Duty;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who is on duty at a hotel, as the table of rosters has it; who can't be reached is not there. */
record RosterTable(Function<String, byte @Nullable []> rows) implements Duty.Rosters {

  @Override
  public Duty apply(Place place) {
    byte @Nullable [] row = rows.apply(place.propertyId().value());
    if (row == null) {
      return new Duty.Unknown();
    }
    RosterReference all = Json.read(row, RosterReference.class);
    List<RosterReference.Person> reachable =
        all.people().stream()
            .filter(person -> person.email() != null || person.phone() != null)
            .toList();
    return new Duty.Known(
        new OnDuty(
            new RosterReference(all.propertyId(), reachable, all.shifts(), all.absences()),
            place.zone()));
  }
}
