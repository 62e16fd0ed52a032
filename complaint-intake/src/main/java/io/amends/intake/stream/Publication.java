package io.amends.intake.stream;

import io.amends.contracts.GuestId;
import io.amends.contracts.inbound.Contact;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.Detected;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.personal.GuestText;
import io.amends.intake.domain.Found;
import io.amends.intake.domain.Learnt;
import io.amends.intake.domain.OwnGuest;
import io.amends.intake.domain.Signs;
import io.amends.kit.deadlines.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes out once the guest is known: the clean event, its words apart, and what is learnt. */
final class Publication {

  private final String eventKey;
  private final Origin origin;
  private final List<Outgoing> records = new ArrayList<>();

  private Publication(String eventKey, Origin origin) {
    this.eventKey = eventKey;
    this.origin = origin;
  }

  /** Everything that one arrival becomes. */
  static List<Outgoing> of(Lookup identified, String eventKey, Origin origin) {
    Publication publication = new Publication(eventKey, origin);
    InteractionRecorded interaction = identified.interaction();
    ComplaintAccepted complaint = identified.complaint();
    if (interaction != null) {
      publication.add(interaction);
      publication.words(interaction.guestId(), interaction.occurredAt(), identified.text());
    }
    if (complaint != null) {
      // of a failure that a system saw there are two events, and an id is for one
      publication.add(
          identified, complaint, interaction == null ? eventKey : ofComplaint(eventKey));
      publication.contact(complaint, identified);
    }
    if (complaint != null && interaction == null) {
      publication.words(complaint.guestId(), complaint.occurredAt(), identified.text());
    }
    return publication.records;
  }

  private void add(InteractionRecorded interaction) {
    String guest = interaction.guestId().value();
    Instant at = interaction.occurredAt();
    out(Sink.INTERACTIONS, guest, interaction, eventKey, at);
    Learnt.from(interaction)
        .forEach(
            (key, fact) -> out(Sink.LOOKUPS, key, Lookup.fact(fact), eventKey + "/" + key, at));
  }

  /** The id of the complaint that is made of an interaction. */
  static String ofComplaint(String eventKey) {
    return eventKey + "/complaint";
  }

  /** What a system saw goes first to where the same may have been heard of lately. */
  private void add(Lookup identified, ComplaintAccepted complaint, String id) {
    Detected detected = complaint.detected();
    if (identified.quietFor() != null && detected != null) {
      Lookup question = identified.complaintAlone();
      out(Sink.LOOKUPS, Signs.key(complaint, detected), question, id, complaint.occurredAt());
      return;
    }
    out(Sink.COMPLAINTS, complaint.guestId().value(), complaint, id, complaint.occurredAt());
  }

  private void words(GuestId guest, Instant at, @Nullable GuestText text) {
    if (text != null) {
      out(Sink.TEXTS, guest.value() + '/' + text.textId(), text, eventKey + "/text", at);
    }
  }

  /**
   * Of a known guest the chain's own systems say how to reach; of others, what they gave first. Who
   * was found by an address keeps the ones that it has: anybody may write a stranger's number
   * beside an address of their own, and would else get what is for that stranger.
   */
  private void contact(ComplaintAccepted complaint, Lookup identified) {
    String guest = complaint.guestId().value();
    Contact contact = identified.contact();
    Found found = identified.found();
    if (contact == null || !OwnGuest.is(guest) || (found != null && found.isByContact())) {
      return;
    }
    GuestContact given = new GuestContact(contact.name(), contact.email(), contact.phone(), null);
    out(Sink.CONTACTS, guest, given, eventKey + "/contact", complaint.occurredAt());
  }

  private void out(Sink sink, String key, Object body, String id, Instant at) {
    records.add(Outgoing.event(sink, key, body, origin, id, at));
  }
}
