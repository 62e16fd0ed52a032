package io.amends.intake.http;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.intake.stream.IntakeTopology;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.http.OwnerRouting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Hotels that the door has just waited for in vain: a file full of them is not held up half a
 * minute for every few hundred lines.
 */
@Component
class UnknownHotels {

  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST = 1_000;
  private static final String POINTER = "/propertyId";

  private final Map<String, Instant> refused = new ConcurrentHashMap<>();
  private final OwnerRouting owners;
  private final HotelClock clock;

  UnknownHotels(OwnerRouting owners, HotelClock clock) {
    this.owners = owners;
    this.clock = clock;
  }

  /** Takes note of what the door has answered to this body. */
  void note(JsonNode body, List<Flaw> flaws) {
    boolean unknown = flaws.stream().anyMatch(flaw -> flaw.pointer().equals(POINTER));
    if (unknown && refused.size() < MOST) {
      refused.put(body.path("propertyId").asString(), clock.real());
    }
  }

  /** What is wrong with the hotel of a body, if it was not known a moment ago and still is not. */
  Optional<Flaw> check(JsonNode body) {
    String property = body.path("propertyId").asString("");
    Instant at = refused.get(property);
    if (at == null) {
      return Optional.empty();
    }
    ReadOnlyKeyValueStore<String, byte[]> hotels = owners.store(IntakeTopology.PROPERTY_TABLE);
    if (at.plus(REMEMBERED).isBefore(clock.real()) || hotels.get(property) != null) {
      refused.remove(property);
      return Optional.empty();
    }
    return Optional.of(new Flaw(POINTER, property, "a property of this chain"));
  }
}
