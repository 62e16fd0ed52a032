package io.amends.intake.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.Channel;
import io.amends.contracts.GuestId;
import io.amends.contracts.Origin;
import io.amends.contracts.Place;
import io.amends.contracts.Severity;
import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.policy.CatalogueEntry;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.intake.domain.Admission.Admitted;
import io.amends.intake.domain.Admission.Refused;
import io.amends.intake.domain.Admission.UnknownProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an interaction is let in, what it says of where a guest is, and of a failure. */
public final class InteractionDoor {

  private InteractionDoor() {}

  /**
   * Decides. The guest is filled in by whoever finds it; until then it is the one nobody knows.
   *
   * @param place what is known of the property; null: nothing yet, or none is named
   */
  public static Admission<InteractionRecorded> admit(
      InteractionReported reported, Arrival arrival, @Nullable Place place, HotelPolicy policy) {
    List<Flaw> flaws = flaws(reported, arrival, policy);
    if (!flaws.isEmpty()) {
      return new Refused<>(flaws);
    }
    if (place == null && reported.propertyId() != null) {
      return new UnknownProperty<>(reported.propertyId().value());
    }
    WhoIsIt who =
        WhoIsIt.of(
            reported.guestId(),
            reported.stayId(),
            reported.propertyId() == null ? null : reported.propertyId().value(),
            reported.room(),
            reported.occurredAt(),
            arrival.key());
    return new Admitted<>(recorded(reported, arrival, who, policy), who);
  }

  private static List<Flaw> flaws(InteractionReported i, Arrival arrival, HotelPolicy policy) {
    List<Flaw> flaws =
        new ArrayList<>(Times.notInTheFuture("/occurredAt", i.occurredAt(), arrival));
    String issue = i.issue();
    if (issue != null && !policy.catalogue().containsKey(issue)) {
      flaws.add(new Flaw("/issue", issue, "a code of the policy's catalogue"));
    }
    return flaws;
  }

  private static InteractionRecorded recorded(
      InteractionReported i, Arrival arrival, WhoIsIt who, HotelPolicy policy) {
    return new InteractionRecorded(
        who.named() == null ? who.otherwise() : who.named(),
        arrival.source(),
        Times.isHistory(i.occurredAt(), arrival, policy),
        i.kind(),
        i.occurredAt(),
        i.propertyId(),
        i.stayId(),
        i.room(),
        i.bookingId(),
        i.arrivalDate(),
        i.nights(),
        i.spend(),
        i.departureAt(),
        i.score(),
        i.outcomeJustice(),
        i.proceduralJustice(),
        i.interactionalJustice(),
        i.comment() == null ? null : arrival.key().toString(),
        i.caseId(),
        i.url(),
        i.polarity(),
        i.tier(),
        i.points(),
        i.purpose(),
        i.channel(),
        i.state(),
        i.failureType(),
        i.issue(),
        i.severity(),
        i.detector(),
        i.complaintId(),
        i.satisfaction());
  }

  /** What the directory learns from it, by key. */
  public static Map<String, Whereabouts> learn(InteractionRecorded i) {
    boolean arrives =
        i.kind() == InteractionKind.CHECKED_IN || i.kind() == InteractionKind.ROOM_MOVED;
    boolean leaves = i.kind() == InteractionKind.STAY_COMPLETED;
    Map<String, Whereabouts> learnt = new java.util.TreeMap<>();
    Whereabouts entry =
        new Whereabouts(
            i.guestId(),
            i.stayId(),
            i.room(),
            i.occurredAt(),
            leaves ? i.occurredAt().plusMillis(1) : null,
            i.departureAt());
    if (i.stayId() != null && (arrives || i.kind() == InteractionKind.STAY_CHANGED)) {
      learnt.put(WhoIsIt.stayKey(i.stayId()), entry);
    }
    if (i.propertyId() != null && i.room() != null && (arrives || leaves)) {
      learnt.put(WhoIsIt.roomKey(i.propertyId().value(), i.room()), entry);
    }
    return learnt;
  }

  /** The complaint that a failure seen by a system is: the door alone turns one into the other. */
  public static Optional<ComplaintAccepted> complaintOf(
      InteractionRecorded i, Arrival arrival, @Nullable Place place, HotelPolicy policy) {
    if (i.kind() != InteractionKind.FAILURE_DETECTED || place == null) {
      return Optional.empty();
    }
    CatalogueEntry entry = policy.catalogue().get(Objects.requireNonNullElse(i.issue(), ""));
    Severity proposed =
        Optional.ofNullable(i.severity()).orElse(entry == null ? Severity.MAJOR : entry.severity());
    var flags = entry == null ? java.util.Set.<io.amends.contracts.Flag>of() : entry.flagsOrNone();
    var detected = arrival.arrivedAt();
    return Optional.of(
        new ComplaintAccepted(
            new CaseId(arrival.key().toString()),
            i.guestId(),
            i.source(),
            i.history(),
            place,
            ComplaintDoor.inHouse(Channel.SYSTEM_DETECTED, detected, i.departureAt()),
            i.stayId(),
            i.room(),
            Channel.SYSTEM_DETECTED,
            Origin.SYSTEM_DETECTED,
            i.issue() == null ? ComplaintDoor.UNSORTED : i.issue(),
            i.failureType() != null
                ? i.failureType()
                : entry == null
                    ? io.amends.contracts.FailureType.OTHER_CORE_SERVICE_FAILURE
                    : entry.type(),
            entry == null ? io.amends.contracts.Department.OPERATIONS : entry.department(),
            policy.severity().of(proposed, null, flags),
            flags,
            i.occurredAt(),
            detected,
            arrival.arrivedAt(),
            i.departureAt(),
            null,
            null,
            null,
            false,
            null,
            null));
  }

  /** The same interaction of the guest who was found. */
  public static InteractionRecorded of(InteractionRecorded i, GuestId guest) {
    return new InteractionRecorded(
        guest,
        i.source(),
        i.history(),
        i.kind(),
        i.occurredAt(),
        i.propertyId(),
        i.stayId(),
        i.room(),
        i.bookingId(),
        i.arrivalDate(),
        i.nights(),
        i.spend(),
        i.departureAt(),
        i.score(),
        i.outcomeJustice(),
        i.proceduralJustice(),
        i.interactionalJustice(),
        i.textId(),
        i.caseId(),
        i.url(),
        i.polarity(),
        i.tier(),
        i.points(),
        i.purpose(),
        i.channel(),
        i.state(),
        i.failureType(),
        i.issue(),
        i.severity(),
        i.detector(),
        i.complaintId(),
        i.satisfaction());
  }
}
