package io.amends.scorer.stream;

import io.amends.contracts.CaseId;
import io.amends.contracts.EventType;
import io.amends.contracts.Origin;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.watch.Heard;
import io.amends.scorer.domain.watch.LastFailure;
import io.amends.scorer.interaction.FactReader;
import io.amends.scorer.interaction.Interaction;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What the records of our topics tell of a guest.
 *
 * <p>A failure that a system saw comes twice, as the interaction and as the complaint that the door
 * made of it. While it is fresh the complaint is heard, since a case follows; of the past there is
 * no case, and the interaction is heard, as a backtest would.
 */
final class RecordReader {

  private static final String INTERACTION = EventType.of(InteractionRecorded.class);
  private static final String COMPLAINT = EventType.of(ComplaintAccepted.class);
  private static final String TIER = EventType.of(TierEntered.class);
  private static final String MADE_GOOD = EventType.of(MadeGood.class);

  /**
   * What a record tells; nothing if it is of no matter to the risk.
   *
   * @throws IllegalArgumentException if a field is missing or makes no sense
   */
  Heard read(Record<byte[], byte[]> record, EventHeaders headers) {
    String type = headers.type();
    if (type.equals(INTERACTION)) {
      return interaction(Interaction.read(Keys.text(record.value())));
    }
    if (type.equals(COMPLAINT)) {
      return complaint(Json.read(record.value(), ComplaintAccepted.class));
    }
    if (type.equals(TIER)) {
      return Heard.of(tier(Json.read(record.value(), TierEntered.class)), false);
    }
    if (type.equals(MADE_GOOD)) {
      MadeGood event = Json.read(record.value(), MadeGood.class);
      return Heard.of(
          new GuestFact.ComplaintResolved(
              event.stamp().occurredAt(), reference(event.stamp().caseId()), null),
          false);
    }
    return Heard.NOTHING;
  }

  private static Heard interaction(Interaction told) {
    boolean history = told.is("history", "true");
    boolean heardAsComplaint =
        told.is("kind", "FAILURE_DETECTED") && !history && told.get("propertyId") != null;
    return heardAsComplaint ? Heard.NOTHING : Heard.of(FactReader.fact(told).orElse(null), history);
  }

  private static Heard complaint(ComplaintAccepted c) {
    boolean bySystem = c.origin() == Origin.SYSTEM_DETECTED;
    LastFailure failure = new LastFailure(c.place().propertyId(), c.complaintId(), c.failureType());
    GuestFact fact =
        bySystem && c.history()
            ? null
            : new GuestFact.ComplaintMade(
                c.detectedAt(), reference(c.complaintId()), severity(c.severity()), voice(c));
    return new Heard(fact, c.history(), failure);
  }

  private static Voice voice(ComplaintAccepted complaint) {
    if (complaint.open()) {
      return Voice.IN_PUBLIC;
    }
    return switch (complaint.origin()) {
      case STAFF, SYSTEM_DETECTED -> Voice.HOTEL;
      case GUEST, THIRD_PARTY -> Voice.GUEST;
    };
  }

  private static GuestFact tier(TierEntered event) {
    return new GuestFact.TierEntered(
        event.stamp().occurredAt(),
        reference(event.stamp().caseId()),
        CostTier.valueOf(event.tier().tier().name()));
  }

  private static Reference reference(CaseId complaint) {
    return Reference.of(complaint.value());
  }

  private static Severity severity(io.amends.contracts.Severity severity) {
    return Severity.valueOf(severity.name());
  }
}
