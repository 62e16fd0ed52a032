package io.amends.intake.stream;

import io.amends.contracts.Place;
import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.inbound.Contact;
import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.inbound.RecoveryUpdated;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.personal.GuestText;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.classification.Reader;
import io.amends.intake.contact.Addresses;
import io.amends.intake.contact.ContactKeys;
import io.amends.intake.domain.Admission;
import io.amends.intake.domain.Arrival;
import io.amends.intake.domain.ComplaintDoor;
import io.amends.intake.domain.FailureSeen;
import io.amends.intake.domain.HeardAgain;
import io.amends.intake.domain.InteractionDoor;
import io.amends.intake.domain.Reading;
import io.amends.intake.domain.Signs;
import io.amends.intake.domain.UpdateDoor;
import io.amends.intake.domain.WhoIsIt;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.Json;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads an arrival, asks the rules, and makes records of the answer. It writes nothing. */
final class Admissions {

  private final Tables tables;
  private final ContactKeys contactKeys;
  private final Reader reader = new Reader();

  Admissions(Tables tables, ContactKeys contactKeys) {
    this.tables = tables;
    this.contactKeys = contactKeys;
  }

  /** What becomes of an arrival. */
  sealed interface Verdict {
    record LetIn(List<Outgoing> records) implements Verdict {}

    record Refused(List<Flaw> flaws) implements Verdict {}

    record UnknownProperty(String property) implements Verdict {}
  }

  /**
   * Decides.
   *
   * @param origin what follows from the arrival has it as its cause
   */
  Verdict of(InHeaders in, Arrival arrival, Origin origin, Record<byte[], byte[]> record) {
    return switch (in.kind()) {
      case COMPLAINTS, INTERACTIONS -> report(in.kind(), record.value(), arrival, origin);
      case UPDATES -> update(record, arrival);
      case REFERENCE ->
          throw new IllegalArgumentException("in_kind: REFERENCE (expected: applied at the door)");
    };
  }

  private Verdict report(InboundKind kind, byte[] body, Arrival arrival, Origin origin) {
    return switch (judge(kind, body, arrival)) {
      case Judged.Refused(var flaws) -> new Verdict.Refused(flaws);
      case Judged.UnknownProperty(var property) -> new Verdict.UnknownProperty(property);
      case Judged.Admitted(var lookup, var stayWanted, var cases) ->
          letIn(lookup, stayWanted, cases, arrival.key().toString(), origin);
    };
  }

  /** What the rules say of a report, before its guest is looked for. */
  sealed interface Judged {

    /**
     * Let in.
     *
     * @param stayWanted whether the directory is asked about the stay of a known guest, too
     * @param cases that it may only be an answer to
     */
    record Admitted(Lookup lookup, boolean stayWanted, List<String> cases) implements Judged {}

    record Refused(List<Flaw> flaws) implements Judged {}

    record UnknownProperty(String property) implements Judged {}
  }

  /** Asks the rules about a complaint or an interaction. */
  Judged judge(InboundKind kind, byte[] body, Arrival arrival) {
    return kind == InboundKind.COMPLAINTS ? complaint(body, arrival) : interaction(body, arrival);
  }

  private Judged complaint(byte[] body, Arrival arrival) {
    ComplaintReported reported = Json.read(body, ComplaintReported.class);
    Place place = tables.place(reported.propertyId());
    Reading reading = reader.read(reported);
    return switch (ComplaintDoor.admit(reported, arrival, place, tables.policy(), reading)) {
      case Admission.Refused<ComplaintAccepted>(var flaws) -> new Judged.Refused(flaws);
      case Admission.UnknownProperty<ComplaintAccepted>(var property) ->
          new Judged.UnknownProperty(property);
      case Admission.Admitted<ComplaintAccepted>(var complaint, var who) -> {
        boolean stayWanted = !complaint.history() && complaint.departureAt() == null;
        GuestText text = text(arrival, reported.narrative(), complaint.language());
        Contact contact = kept(reported.contact(), complaint.place());
        WhoIsIt asked = contact == null ? who : who.alsoBy(contactKeys.of(contact));
        yield new Judged.Admitted(
            Lookup.question(asked, complaint, null, text, contact),
            stayWanted,
            HeardAgain.mayBeAbout(reported, complaint));
      }
    };
  }

  private Judged interaction(byte[] body, Arrival arrival) {
    InteractionReported reported = Json.read(body, InteractionReported.class);
    Place place = tables.place(reported.propertyId());
    return switch (InteractionDoor.admit(reported, arrival, place, tables.policy())) {
      case Admission.Refused<InteractionRecorded>(var flaws) -> new Judged.Refused(flaws);
      case Admission.UnknownProperty<InteractionRecorded>(var property) ->
          new Judged.UnknownProperty(property);
      case Admission.Admitted<InteractionRecorded>(var interaction, var who) -> {
        GuestText text = text(arrival, reported.comment(), null);
        Signs.Seen seen =
            place == null
                ? null
                : Signs.in(reported, interaction.history(), tables.policy()).orElse(null);
        if (place == null || seen == null) {
          yield new Judged.Admitted(
              Lookup.question(who, null, interaction, text, null), false, List.of());
        }
        ComplaintAccepted complaint =
            FailureSeen.complaintOf(seen, interaction, arrival, place, tables.policy());
        yield new Judged.Admitted(
            Lookup.question(who, complaint, interaction, text, null)
                .quietFor(seen.rule().quietFor()),
            complaint.departureAt() == null,
            List.of());
      }
    };
  }

  /** Its case is found by whoever keeps the cases' book. */
  private static Verdict update(Record<byte[], byte[]> record, Arrival arrival) {
    RecoveryUpdated update = Json.read(record.value(), RecoveryUpdated.class);
    List<Flaw> flaws = UpdateDoor.flaws(update, arrival);
    return flaws.isEmpty()
        ? new Verdict.LetIn(
            List.of(Outgoing.asItCame(Sink.TRACKING, UpdateDoor.key(update), record)))
        : new Verdict.Refused(flaws);
  }

  private static Verdict letIn(
      Lookup lookup, boolean stayWanted, List<String> cases, String id, Origin origin) {
    return new Verdict.LetIn(
        cases.isEmpty()
            ? onward(lookup, stayWanted, id, origin)
            : List.of(Answer.to(cases, lookup, stayWanted, id, origin)));
  }

  /** Straight out if its guest is known; else it goes to the directory first. */
  static List<Outgoing> onward(Lookup lookup, boolean stayWanted, String id, Origin origin) {
    boolean ask = !lookup.next().isEmpty() && (lookup.named() == null || stayWanted);
    if (!ask) {
      return Publication.of(lookup, id, origin);
    }
    if (lookup.named() == null || lookup.interaction() == null) {
      return List.of(Outgoing.question(lookup, id, origin));
    }
    // what is told of a known guest keeps its order; the stay is asked about for the complaint
    List<Outgoing> records = new ArrayList<>(Publication.of(lookup.interactionAlone(), id, origin));
    records.add(Outgoing.question(lookup.complaintAlone(), Publication.ofComplaint(id), origin));
    return records;
  }

  /** A number without its country's code is dialled in the hotel's country. */
  private static @Nullable Contact kept(@Nullable Contact given, Place place) {
    return given == null ? null : ContactKeys.kept(given, Addresses.countryOf(place.locale()));
  }

  private static @Nullable GuestText text(
      Arrival arrival, @Nullable String words, @Nullable String language) {
    return words == null ? null : new GuestText(arrival.key().toString(), words, language);
  }
}
