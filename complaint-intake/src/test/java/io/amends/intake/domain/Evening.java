package io.amends.intake.domain;

import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.time.IanaZone;
import io.amends.intake.domain.Admission.Admitted;
import io.amends.intake.domain.Admission.Refused;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An evening at one hotel, on the policy that ships. */
final class Evening {

  static final Instant NINE = Instant.parse("2026-11-20T13:00:00Z"); // 21:00 in Singapore
  static final UUID KEY = EventKey.of("pms", "e-1");
  static final HotelPolicy POLICY =
      Json.mapper().convertValue(Yaml.resource("policy/default-policy.yaml"), HotelPolicy.class);
  static final Place PLACE =
      new Place(
          new PropertyId("SIN-MARINA"),
          "CITY",
          "APAC",
          new IanaZone("Asia/Singapore"),
          LocalTime.of(3, 0),
          "en-SG",
          new Money(32_000, Currency.getInstance("SGD")),
          null);

  private Evening() {}

  static Arrival at(Instant arrivedAt) {
    return new Arrival(Source.of("pms"), KEY, arrivedAt, false);
  }

  /** A complaint with these fields beside those that it must have. */
  static ComplaintReported complaint(Object... fields) {
    return read(
        Map.of("propertyId", "SIN-MARINA", "channel", "FRONT_DESK", "occurredAt", NINE.toString()),
        ComplaintReported.class,
        fields);
  }

  static InteractionReported interaction(Object... fields) {
    return read(Map.of("occurredAt", NINE.toString()), InteractionReported.class, fields);
  }

  private static <T> T read(Map<String, Object> required, Class<T> type, Object... fields) {
    Map<String, Object> body = new TreeMap<>(required);
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return Json.mapper().convertValue(body, type);
  }

  static ComplaintAccepted admitted(ComplaintReported reported, Arrival arrival) {
    return ((Admitted<ComplaintAccepted>)
            ComplaintDoor.admit(reported, arrival, PLACE, POLICY, Reading.NOTHING))
        .what();
  }

  static InteractionRecorded admitted(InteractionReported reported, Arrival arrival) {
    return ((Admitted<InteractionRecorded>) InteractionDoor.admit(reported, arrival, PLACE, POLICY))
        .what();
  }

  /** The sentences of a refusal. */
  static List<String> refused(Admission<?> admission) {
    return ((Refused<?>) admission).flaws().stream().map(Object::toString).toList();
  }

  static Whereabouts in(String room, String guest, Instant from) {
    return new Whereabouts(new GuestId(guest), "SIN-MARINA", "S-" + guest, room, from, null, null);
  }
}
