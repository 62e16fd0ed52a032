package io.amends.scorer.stream;

import io.amends.contracts.CaseId;
import io.amends.contracts.EventType;
import io.amends.contracts.FailureType;
import io.amends.contracts.Origin;
import io.amends.contracts.PropertyId;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.NotificationEvent.OfferLapsed;
import io.amends.contracts.notification.NotificationEvent.OfferRedeemed;
import io.amends.contracts.recovery.RecoveryEvent.CaseMerged;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.RecoveryEvent.DoubleDeviationFound;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.amends.contracts.recovery.Stamp;
import io.amends.contracts.reference.GuestReference;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Signal;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.profile.Oddity;
import io.amends.scorer.domain.watch.Heard;
import io.amends.scorer.domain.watch.LastFailure;
import io.amends.scorer.interaction.FactReader;
import io.amends.scorer.interaction.Interaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the records of our topics tell of a guest.
 *
 * <p>A failure that a system saw comes twice, as the interaction and as the complaint that the door
 * made of it. While it is fresh the complaint is heard, since a case follows; of the past there is
 * no case, and the interaction is heard, as a backtest would.
 */
public final class RecordReader {

  private static final String INTERACTION = EventType.of(InteractionRecorded.class);
  private static final String COMPLAINT = EventType.of(ComplaintAccepted.class);
  private static final String TIER = EventType.of(TierEntered.class);
  private static final String MADE_GOOD = EventType.of(MadeGood.class);
  private static final String MERGED = EventType.of(CaseMerged.class);
  private static final String REOPENED = EventType.of(CaseReopened.class);
  private static final String FAILED_AGAIN = EventType.of(DoubleDeviationFound.class);
  private static final String OFFER_TAKEN = EventType.of(OfferRedeemed.class);
  private static final String OFFER_LEFT = EventType.of(OfferLapsed.class);
  private static final String GUEST = EventType.of(GuestReference.class);

  /**
   * What a record tells; nothing if it is of no matter to the risk.
   *
   * @throws IllegalArgumentException if a field is missing or makes no sense
   */
  public Heard read(byte[] body, EventHeaders headers) {
    String type = headers.type();
    if (type.equals(INTERACTION)) {
      return interaction(Interaction.read(body));
    }
    if (type.equals(COMPLAINT)) {
      return complaint(Json.read(body, ComplaintAccepted.class));
    }
    if (type.equals(TIER)) {
      return Heard.of(tier(Json.read(body, TierEntered.class)), false);
    }
    if (type.equals(MADE_GOOD)) {
      MadeGood event = Json.read(body, MadeGood.class);
      return Heard.of(
          new GuestFact.ComplaintResolved(
              event.stamp().occurredAt(), reference(event.stamp().caseId()), null),
          false);
    }
    if (type.equals(MERGED)) {
      Stamp stamp = Json.read(body, CaseMerged.class).stamp();
      return Heard.of(
          new GuestFact.ComplaintMerged(stamp.occurredAt(), reference(stamp.caseId())), false);
    }
    if (type.equals(REOPENED)) {
      return failedAgain(Json.read(body, CaseReopened.class).stamp());
    }
    if (type.equals(FAILED_AGAIN)) {
      return failedAgain(Json.read(body, DoubleDeviationFound.class).stamp());
    }
    if (type.equals(OFFER_TAKEN)) {
      return signal(Json.read(body, OfferRedeemed.class).at(), Signal.OFFER_TAKEN);
    }
    if (type.equals(OFFER_LEFT)) {
      return signal(Json.read(body, OfferLapsed.class).at(), Signal.OFFER_LEFT);
    }
    return type.equals(GUEST)
        ? level(Json.read(body, GuestReference.class), headers.time())
        : Heard.NOTHING;
  }

  private static Heard signal(Instant at, Signal signal) {
    return Heard.of(new GuestFact.Signalled(at, signal), false);
  }

  /**
   * What a master record says was so before it said so: it alerts nobody. One that names no level
   * does not say that there is none.
   */
  private static Heard level(GuestReference guest, @Nullable Instant told) {
    if (guest.tier() == null) {
      return Heard.NOTHING;
    }
    if (told == null) {
      throw new IllegalArgumentException("ce_time: absent (expected: when the guest was told of)");
    }
    return Heard.of(new GuestFact.LoyaltyChanged(told, FactReader.level(guest.tier())), true);
  }

  /** A recovery that failed is a second failure on top of the first, whichever way it failed. */
  private static Heard failedAgain(Stamp stamp) {
    return Heard.of(
        new GuestFact.RecoveryFailed(stamp.occurredAt(), reference(stamp.caseId())), false);
  }

  private static Heard interaction(Interaction told) {
    boolean history = told.is("history", "true");
    boolean heardAsComplaint = !history && isNothingElse(told) && told.get("complaintId") != null;
    GuestFact fact = heardAsComplaint ? null : FactReader.fact(told).orElse(null);
    if (fact == null) {
      return Heard.NOTHING;
    }
    Heard heard = Heard.of(fact, history, letDown(told, fact));
    return fact instanceof GuestFact.StayCompleted && FactReader.isInUnknownCurrency(told)
        ? heard.but(fact, Oddity.UNKNOWN_CURRENCY)
        : heard;
  }

  /** Of a survey or a departure more is told than what went wrong. */
  private static boolean isNothingElse(Interaction told) {
    return told.is("kind", "FAILURE_DETECTED")
        || told.is("kind", "SERVICE_USED")
        || told.is("kind", "CONTACT_MADE");
  }

  /** What went wrong before there were cases, or where no case follows. */
  private static @Nullable LastFailure letDown(Interaction told, GuestFact fact) {
    if (!(fact instanceof GuestFact.ComplaintMade || fact instanceof GuestFact.FailureDetected)) {
      return null;
    }
    String property = told.get("propertyId");
    String type = told.get("failureType");
    return LastFailure.of(
        property == null ? null : new PropertyId(property),
        null,
        type == null ? null : FailureType.valueOf(type),
        fact.at(),
        null);
  }

  private static Heard complaint(ComplaintAccepted c) {
    boolean bySystem = c.origin() == Origin.SYSTEM_DETECTED;
    LastFailure failure =
        LastFailure.of(
            c.place().propertyId(),
            c.complaintId(),
            c.failureType(),
            c.detectedAt(),
            c.inHouse() ? c.departureAt() : null);
    GuestFact fact =
        bySystem && c.history()
            ? null
            : new GuestFact.ComplaintMade(
                c.detectedAt(), reference(c.complaintId()), severity(c.severity()), voice(c));
    return Heard.of(fact, c.history(), failure);
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
