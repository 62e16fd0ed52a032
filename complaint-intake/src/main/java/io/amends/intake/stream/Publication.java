package io.amends.intake.stream;

import io.amends.contracts.GuestId;
import io.amends.contracts.inbound.Contact;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.personal.GuestText;
import io.amends.intake.domain.InteractionDoor;
import io.amends.intake.domain.Whereabouts;
import io.amends.kit.events.EventHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes out once the guest is known: the clean event, its words apart, and what is learnt. */
final class Publication {

  private static final String OWN_GUEST = "A-";

  private final EventHeaders cause;
  private final String eventKey;
  private final List<Outgoing> records = new ArrayList<>();

  private Publication(EventHeaders cause, String eventKey) {
    this.cause = cause;
    this.eventKey = eventKey;
  }

  /** Everything that one arrival becomes. */
  static List<Outgoing> of(Lookup identified, EventHeaders cause, String eventKey) {
    Publication publication = new Publication(cause, eventKey);
    InteractionRecorded interaction = identified.interaction();
    ComplaintAccepted complaint = identified.complaint();
    if (interaction != null) {
      publication.add(interaction);
    }
    if (complaint != null) {
      publication.add(complaint);
    }
    GuestId guest = guestOf(identified);
    publication.words(guest, identified.text());
    publication.contact(guest, identified.contact());
    return publication.records;
  }

  private static GuestId guestOf(Lookup identified) {
    ComplaintAccepted complaint = identified.complaint();
    InteractionRecorded interaction = identified.interaction();
    if (complaint != null) {
      return complaint.guestId();
    }
    if (interaction == null) {
      throw new IllegalArgumentException("lookup: empty (expected: something to publish)");
    }
    return interaction.guestId();
  }

  private void add(InteractionRecorded interaction) {
    records.add(
        Outgoing.event(
            Sink.INTERACTIONS,
            interaction.guestId().value(),
            interaction,
            cause,
            eventKey,
            interaction.occurredAt()));
    for (Map.Entry<String, Whereabouts> learnt : InteractionDoor.learn(interaction).entrySet()) {
      records.add(
          Outgoing.event(
              Sink.LOOKUPS,
              learnt.getKey(),
              Lookup.fact(learnt.getValue()),
              cause,
              eventKey + "/" + learnt.getKey(),
              interaction.occurredAt()));
    }
  }

  private void add(ComplaintAccepted complaint) {
    records.add(
        Outgoing.event(
            Sink.COMPLAINTS,
            complaint.guestId().value(),
            complaint,
            cause,
            eventKey,
            complaint.occurredAt()));
  }

  private void words(GuestId guest, @Nullable GuestText text) {
    if (text != null) {
      records.add(
          Outgoing.event(
              Sink.TEXTS,
              guest.value() + '/' + text.textId(),
              text,
              cause,
              eventKey + "/text",
              timeOr(cause.time())));
    }
  }

  /** Of a known guest the chain's own systems say how to reach; of others, what they gave. */
  private void contact(GuestId guest, @Nullable Contact contact) {
    if (contact != null && guest.value().startsWith(OWN_GUEST)) {
      records.add(
          Outgoing.event(
              Sink.CONTACTS,
              guest.value(),
              new GuestContact(contact.name(), contact.email(), contact.phone(), null),
              cause,
              eventKey + "/contact",
              timeOr(cause.time())));
    }
  }

  private static Instant timeOr(@Nullable Instant time) {
    return time == null ? Instant.EPOCH : time;
  }
}
