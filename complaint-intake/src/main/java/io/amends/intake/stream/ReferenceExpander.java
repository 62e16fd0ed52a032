package io.amends.intake.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.inbound.Contact;
import io.amends.contracts.inbound.GuestLink;
import io.amends.contracts.inbound.GuestProfile;
import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.inbound.ReferenceSent;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.policy.PolicyLevels;
import io.amends.contracts.reference.GuestReference;
import io.amends.contracts.reference.NightAuditRun;
import io.amends.contracts.reference.PolicyReference;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RateReference;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.time.IanaZone;
import io.amends.intake.contact.Addresses;
import io.amends.intake.contact.ContactKeys;
import io.amends.intake.domain.OwnGuest;
import io.amends.intake.domain.Source;
import io.amends.intake.schema.PolicyHead;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes reference data apart into the topics that hold it; a guest into facts without a name. */
final class ReferenceExpander {

  private final Source source;
  private final String eventKey;
  private final Origin origin;
  private final Instant now;
  private final List<Outgoing> records = new ArrayList<>();

  private ReferenceExpander(Source source, InHeaders in, EventHeaders event, Instant now) {
    this.source = source;
    this.eventKey = in.key().toString();
    this.origin = in.origin(event);
    this.now = now;
  }

  /** Everything that it becomes. */
  static List<Outgoing> expand(
      ReferenceSent sent, Source source, InHeaders in, EventHeaders event, Instant now) {
    ReferenceExpander parts = new ReferenceExpander(source, in, event, now);
    for (PropertyReference property : orNone(sent.properties())) {
      parts.row(Sink.PROPERTIES, property.propertyId().value(), property);
    }
    for (RosterReference roster : orNone(sent.rosters())) {
      parts.row(Sink.ROSTERS, roster.propertyId().value(), roster);
    }
    for (RateReference rate : orNone(sent.rates())) {
      parts.row(Sink.RATES, rate.currency() + "/" + rate.date(), rate);
    }
    for (NightAuditRun audit : orNone(sent.nightAudits())) {
      parts.audit(audit);
    }
    for (GuestLink link : orNone(sent.links())) {
      parts.link(link);
    }
    for (GuestProfile guest : orNone(sent.guests())) {
      parts.guest(guest);
    }
    Map<String, Object> policy = sent.policy();
    if (policy != null) {
      parts.policy(policy);
    }
    return parts.records;
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private void policy(Map<String, Object> policy) {
    PolicyHead identity = PolicyHead.of(Json.mapper().valueToTree(policy));
    PolicyReference reference =
        new PolicyReference(identity.scope(), "policy", identity.version(), policy);
    row(Sink.POLICIES, reference.id(), reference);
    row(Sink.POLICIES, PolicyLevels.currentOf(identity.scope()), reference);
  }

  private void guest(GuestProfile guest) {
    GuestId id = source.chainWide(guest.guestId());
    String zone = guest.zone();
    row(
        Sink.GUESTS,
        id.value(),
        new GuestReference(
            id,
            guest.tier(),
            guest.locale(),
            zone == null ? null : new IanaZone(zone),
            guest.country(),
            guest.memberSince()));
    String country = guest.country();
    Contact given =
        ContactKeys.kept(
            new Contact(guest.name(), guest.email(), guest.phone()),
            country == null ? Addresses.countryOf(guest.locale()) : country);
    GuestContact contact =
        new GuestContact(given.name(), given.email(), given.phone(), guest.birthday());
    if (!contact.equals(new GuestContact(null, null, null, null))) {
      row(Sink.CONTACTS, id.value(), contact);
    }
    orNone(guest.consents()).forEach(consent -> consent(id, consent));
  }

  /** Consent is a fact with its time, not a field of a row: the newest wins, whoever tells it. */
  private void consent(GuestId guest, GuestProfile.ConsentGiven given) {
    JsonNode fact =
        Json.mapper()
            .createObjectNode()
            .put("guestId", guest.value())
            .put("source", given.source() == null ? source.name() : given.source())
            .put("history", false)
            .put("kind", InteractionKind.CONSENT_CHANGED.name())
            .put("occurredAt", given.at().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("purpose", given.purpose().name())
            .put("channel", given.channel().name())
            .put("state", given.state().name());
    String id =
        "consent/%s/%s/%s/%s/%s"
            .formatted(guest, given.purpose(), given.channel(), given.at(), given.state());
    records.add(
        Outgoing.event(
            Sink.INTERACTIONS,
            guest.value(),
            Json.mapper().treeToValue(fact, InteractionRecorded.class),
            origin,
            id,
            given.at()));
  }

  /** The directory tells it under both ids; one that we gave is chain-wide whoever names it. */
  private void link(GuestLink link) {
    GuestId to = source.chainWide(link.to());
    GuestId from =
        OwnGuest.is(link.from()) ? new GuestId(link.from()) : source.chainWide(link.from());
    Instant at = link.at().truncatedTo(ChronoUnit.MILLIS);
    records.add(LinkAsked.first(from, to, source.name(), at).outgoing(origin, eventKey));
  }

  /** Of a hotel that sends several nights at once, each is a fact of its own. */
  private void audit(NightAuditRun run) {
    records.add(
        Outgoing.event(
            Sink.NIGHT_AUDITS,
            run.propertyId().value(),
            run,
            origin,
            "night-audit/%s/%s/%s".formatted(run.propertyId(), run.businessDate(), eventKey),
            run.at()));
  }

  private void row(Sink sink, String key, Object body) {
    String id = EventType.of(body.getClass()) + "/" + key + "/" + eventKey;
    records.add(Outgoing.event(sink, key, body, origin, id, now));
  }
}
