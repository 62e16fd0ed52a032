package io.amends.intake.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.inbound.GuestProfile;
import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.inbound.ReferenceSent;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.GuestReference;
import io.amends.contracts.reference.PolicyReference;
import io.amends.contracts.time.IanaZone;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Takes reference data apart into the topics that hold it; a guest into facts without a name. */
public final class ReferenceExpander {

  private final HotelClock clock;

  public ReferenceExpander(HotelClock clock) {
    this.clock = clock;
  }

  /** What the schemas can't say. */
  public List<Flaw> check(ReferenceSent sent) {
    Map<String, Object> policy = sent.policy();
    if (policy == null) {
      return List.of();
    }
    try {
      Json.mapper().convertValue(policy, HotelPolicy.class);
      return List.of();
    } catch (JacksonException unfit) {
      return List.of(
          new Flaw("/policy" + path(unfit), "unfit", "a policy as the shipped one is written"));
    }
  }

  private static String path(JacksonException unfit) {
    StringBuilder pointer = new StringBuilder();
    unfit
        .getPath()
        .forEach(
            step ->
                pointer
                    .append('/')
                    .append(
                        step.getPropertyName() == null
                            ? Integer.toString(step.getIndex())
                            : step.getPropertyName()));
    return pointer.toString();
  }

  List<Outgoing> expand(ReferenceSent sent, InHeaders in, EventHeaders event) {
    Instant now = clock.instant();
    List<Outgoing> records = new ArrayList<>();
    Objects.requireNonNullElse(
            sent.properties(), List.<io.amends.contracts.reference.PropertyReference>of())
        .forEach(p -> records.add(row(Sink.PROPERTIES, p.propertyId().value(), p, event, now)));
    Objects.requireNonNullElse(
            sent.rosters(), List.<io.amends.contracts.reference.RosterReference>of())
        .forEach(r -> records.add(row(Sink.ROSTERS, r.propertyId().value(), r, event, now)));
    Objects.requireNonNullElse(sent.rates(), List.<io.amends.contracts.reference.RateReference>of())
        .forEach(r -> records.add(row(Sink.RATES, r.currency() + "/" + r.date(), r, event, now)));
    Objects.requireNonNullElse(sent.guests(), List.<GuestProfile>of())
        .forEach(g -> records.addAll(guest(g, in, event, now)));
    records.addAll(policy(sent.policy(), event, now));
    return records;
  }

  private static List<Outgoing> policy(
      @Nullable Map<String, Object> policy, EventHeaders event, Instant now) {
    if (policy == null) {
      return List.of();
    }
    HotelPolicy.Identity identity = Json.mapper().convertValue(policy, HotelPolicy.class).policy();
    PolicyReference reference =
        new PolicyReference(identity.scope(), "policy", identity.version(), policy);
    return List.of(
        row(Sink.POLICIES, reference.id(), reference, event, now),
        row(Sink.POLICIES, identity.scope() + "/policy@current", reference, event, now));
  }

  private static List<Outgoing> guest(
      GuestProfile g, InHeaders in, EventHeaders event, Instant now) {
    List<Outgoing> records = new ArrayList<>();
    GuestId id = new GuestId(g.guestId());
    String zone = g.zone();
    records.add(
        row(
            Sink.GUESTS,
            id.value(),
            new GuestReference(
                id,
                g.tier(),
                g.locale(),
                zone == null ? null : new IanaZone(zone),
                g.country(),
                g.memberSince()),
            event,
            now));
    if (g.name() != null || g.email() != null || g.phone() != null || g.birthday() != null) {
      records.add(
          row(
              Sink.CONTACTS,
              id.value(),
              new GuestContact(g.name(), g.email(), g.phone(), g.birthday()),
              event,
              now));
    }
    Objects.requireNonNullElse(g.consents(), List.<GuestProfile.ConsentGiven>of())
        .forEach(consent -> records.add(consent(id, consent, in, event)));
    return records;
  }

  /** Consent is a fact with its time, not a field of a row: the newest wins, whoever tells it. */
  private static Outgoing consent(
      GuestId guest, GuestProfile.ConsentGiven given, InHeaders in, EventHeaders event) {
    JsonNode fact =
        Json.mapper()
            .createObjectNode()
            .put("guestId", guest.value())
            .put("source", given.source() == null ? in.source() : given.source())
            .put("history", false)
            .put("kind", InteractionKind.CONSENT_CHANGED.name())
            .put("occurredAt", given.at().toString())
            .put("purpose", given.purpose().name())
            .put("channel", given.channel().name())
            .put("state", given.state().name());
    String id =
        "consent/%s/%s/%s/%s".formatted(guest, given.purpose(), given.channel(), given.at());
    return Outgoing.event(
        Sink.INTERACTIONS,
        guest.value(),
        Json.mapper().treeToValue(fact, InteractionRecorded.class),
        event,
        id,
        given.at());
  }

  private static Outgoing row(Sink sink, String key, Object body, EventHeaders event, Instant now) {
    String id = EventType.of(body.getClass()) + "/" + key + "/" + event.id();
    return Outgoing.event(sink, key, body, event, id, now);
  }
}
