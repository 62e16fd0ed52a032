package io.amends.intake.domain;

import io.amends.contracts.Place;
import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.intake.domain.Admission.Admitted;
import io.amends.intake.domain.Admission.Refused;
import io.amends.intake.domain.Admission.UnknownProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an interaction is let in. */
public final class InteractionDoor {

  private InteractionDoor() {}

  /**
   * Decides. The guest is filled in by whoever finds it; until then it is the one nobody knows.
   *
   * @param place what is known of the property; null: nothing yet, or none is named
   */
  public static Admission<InteractionRecorded> admit(
      InteractionReported reported, Arrival arrival, @Nullable Place place, HotelPolicy policy) {
    List<Flaw> flaws =
        Flaws.of(
            List.of(
                Times.notInTheFuture("/occurredAt", reported.occurredAt(), arrival.arrivedAt()),
                arrival.from().checkGuest(reported.guestId()),
                ComplaintDoor.inCatalogue(reported.issue(), policy)));
    if (!flaws.isEmpty()) {
      return new Refused<>(flaws);
    }
    if (place == null && reported.propertyId() != null) {
      return new UnknownProperty<>(reported.propertyId().value());
    }
    WhoIsIt who =
        WhoIsIt.of(
            arrival,
            reported.guestId(),
            reported.stayId(),
            reported.propertyId() == null ? null : reported.propertyId().value(),
            reported.room(),
            Times.byThen(reported.occurredAt(), arrival));
    return new Admitted<>(recorded(reported, arrival, place, who, policy), who);
  }

  private static InteractionRecorded recorded(
      InteractionReported i,
      Arrival arrival,
      @Nullable Place place,
      WhoIsIt who,
      HotelPolicy policy) {
    boolean history = Times.isHistory(i.occurredAt(), arrival, policy);
    boolean opens = place != null && Signs.in(i, history, policy).isPresent();
    return new InteractionRecorded(
        who.guest(),
        arrival.from().name(),
        history,
        i.kind(),
        Times.byThen(i.occurredAt(), arrival),
        i.propertyId(),
        i.stayId(),
        i.room(),
        i.bookingId(),
        i.arrivalDate(),
        i.nights(),
        i.spend(),
        Times.inMillisOrNull(i.departureAt()),
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
        complaintOf(i, arrival, opens, history),
        i.satisfaction(),
        i.waitedMinutes(),
        i.cancelledByHotel(),
        i.openRequests());
  }

  /** The one that the door makes of it; of what is about a complaint or past, the one it names. */
  private static @Nullable String complaintOf(
      InteractionReported i, Arrival arrival, boolean opens, boolean history) {
    if (opens) {
      return arrival.key().toString();
    }
    boolean names =
        history
            || i.kind() == InteractionKind.COMPLAINT_MADE
            || i.kind() == InteractionKind.COMPLAINT_RESOLVED;
    return names ? i.complaintId() : null;
  }
}
