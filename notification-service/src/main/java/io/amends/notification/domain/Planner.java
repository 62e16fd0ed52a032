package io.amends.notification.domain;

import io.amends.contracts.Origin;
import io.amends.contracts.Role;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.contracts.policy.Escalation;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.Due;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.retention.RiskAlert;
import io.amends.notification.domain.OpenCase.Done;
import io.amends.notification.domain.offer.Offer;
import io.amends.notification.domain.offer.OfferChoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from an event: who is to be told what. */
public final class Planner {

  private Planner() {}

  /** Everybody on duty in the role that is alerted, else head office; empty: nobody is named. */
  public static List<Draft> alert(
      StaffAlerted alert,
      OpenCase about,
      PropertyReference property,
      RosterReference roster,
      HotelPolicy policy,
      boolean gateway) {
    boolean bySms =
        gateway
            && policy
                .escalation()
                .reach()
                .getOrDefault(about.now().severity(), Set.of())
                .contains(Escalation.Reach.PUSH_OR_SMS);
    Ways ways = new Ways(property, bySms, Ways.forFewEyes(about.facts(), policy.sensitive()));
    Instant at = alert.stamp().occurredAt();
    List<RosterReference.Person> people = reachable(named(alert, roster), ways);
    if (people.isEmpty()) {
      people = onDuty(alert.role(), at, ways, roster);
    }
    if (people.isEmpty()) {
      people = onDuty(Role.HEAD_OFFICE, at, ways, roster);
    }
    return people.stream()
        .flatMap(person -> ways.of(alert(alert, about, property, person, policy), person))
        .toList();
  }

  /** Who is on duty in a role and can be reached by one of these ways. */
  static List<RosterReference.Person> onDuty(
      Role role, Instant at, Ways ways, RosterReference roster) {
    return reachable(roster.onDuty(role, at, ways.property().zone()).stream(), ways);
  }

  /** Whom the rules have found on duty, as the roster knows them. */
  private static Stream<RosterReference.Person> named(StaffAlerted alert, RosterReference roster) {
    List<String> named = alert.people();
    return roster.people().stream()
        .filter(person -> named != null && named.contains(person.staffId()));
  }

  private static List<RosterReference.Person> reachable(
      Stream<RosterReference.Person> people, Ways ways) {
    return people.filter(ways::reach).toList();
  }

  private static Draft alert(
      StaffAlerted alert,
      OpenCase about,
      PropertyReference property,
      RosterReference.Person person,
      HotelPolicy policy) {
    CaseFacts facts = about.facts();
    Map<String, String> parameters = Draft.parametersAt(property);
    parameters.put("at", alert.stamp().occurredAt().toString());
    parameters.put("role", alert.role().name());
    parameters.put("issue", facts.issue());
    parameters.put("severity", about.now().severity().name());
    parameters.put("origin", facts.origin().name());
    parameters.put("detectedAt", facts.detectedAt().toString());
    put(parameters, "room", about.now().room());
    Due answerBy = alert.answerBy();
    if (answerBy != null) {
      parameters.put("promise", answerBy.clock().name());
      parameters.put("dueAt", answerBy.at().toString());
    }
    parameters.put("cause", alert.reasons().getFirst().cause().name());
    if (alert.late()) {
      Instant since = alert.lateSince();
      parameters.put("lateSince", (since == null ? earliest(alert.reasons()) : since).toString());
    }
    return new Draft(
        alertMessage(alert, person.staffId(), property, policy),
        "alert",
        parameters,
        person.locale() == null ? property.locale() : person.locale(),
        facts.place().zone().id(),
        mootBy(alert.reasons()));
  }

  private static Message alertMessage(
      StaffAlerted alert, String staffId, PropertyReference property, HotelPolicy policy) {
    return new Message(
        alert.stamp().eventId() + "/" + staffId,
        alert.stamp().guestId(),
        alert.stamp().caseId(),
        property.propertyId(),
        Purpose.STAFF_ALERT,
        "ALERT:" + alert.stamp().caseVersion(),
        Via.EMAIL,
        staffId,
        alert.stamp().eventId(),
        Occasion.validUntil(Purpose.STAFF_ALERT, alert.stamp().occurredAt(), policy.lastGate()));
  }

  /** That an alert reaches nobody is itself kept, as a message to nobody. */
  public static Draft toNobody(
      StaffAlerted alert, CaseFacts facts, PropertyReference property, HotelPolicy policy) {
    return new Draft(
        alertMessage(alert, "nobody", property, policy),
        "alert",
        Map.of("role", alert.role().name()),
        property.locale(),
        facts.place().zone().id(),
        List.of());
  }

  /** Nobody need act on an alert once all that it is about is done. */
  private static List<Done> mootBy(List<AlertStep> reasons) {
    List<Done> all = new ArrayList<>();
    for (AlertStep step : reasons) {
      Done done =
          step.cause() == AlertStep.Cause.NOBODY_HAS_ACKNOWLEDGED
              ? Done.ACKNOWLEDGED
              : step.cause() == AlertStep.Cause.PROMISE_BROKEN ? Done.keeping(step.clock()) : null;
      if (done == null) {
        return List.of(); // it concerns whoever owns the case, whatever is done
      }
      all.add(done);
    }
    return all;
  }

  private static Instant earliest(List<AlertStep> reasons) {
    return reasons.stream().map(AlertStep::at).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The guest is asked whether it is really good now. */
  public static Draft followUp(
      FollowUpDue due,
      CaseFacts facts,
      PropertyReference property,
      Guest guest,
      HotelPolicy policy) {
    Message message =
        new Message(
            due.stamp().eventId(),
            due.stamp().guestId(),
            due.stamp().caseId(),
            property.propertyId(),
            Purpose.FOLLOW_UP,
            "FOLLOW_UP",
            Via.EMAIL,
            null,
            due.stamp().eventId(),
            Occasion.validUntil(Purpose.FOLLOW_UP, due.stamp().occurredAt(), policy.lastGate()));
    Map<String, String> parameters = Draft.parametersAt(property);
    parameters.put("issue", facts.issue());
    put(parameters, "room", facts.room());
    return new Draft(
        message,
        toldBy(facts.origin()),
        parameters,
        guest.localeAt(property),
        facts.place().zone().id(),
        List.of(Done.ANSWERED));
  }

  /** Nobody is thanked for telling what the hotel saw for itself. */
  private static String toldBy(Origin origin) {
    return switch (origin) {
      case GUEST -> "follow-up";
      case STAFF, SYSTEM_DETECTED, THIRD_PARTY -> "follow-up-noticed";
    };
  }

  /** Something to come back for, if the policy has an offer that fits. */
  public static Optional<Draft> offer(
      RiskAlert alert, PropertyReference property, Guest guest, HotelPolicy policy) {
    Instant counted = alert.asOf().minus(policy.budget().softLimit().per());
    return OfferChoice.of(alert, property.place(), guest.tier(), guest.spentSince(counted), policy)
        .map(offer -> offer(offer, alert, property, guest, policy));
  }

  private static Draft offer(
      Offer offer, RiskAlert alert, PropertyReference property, Guest guest, HotelPolicy policy) {
    Purpose purpose = Purpose.valueOf(offer.programme());
    Message message =
        new Message(
            "offer/" + alert.causedBy(),
            alert.guestId(),
            alert.caseId(),
            property.propertyId(),
            purpose,
            "OFFER:" + offer.type(),
            Via.EMAIL,
            null,
            alert.causedBy(),
            Occasion.validUntil(purpose, alert.asOf(), policy.lastGate()));
    Map<String, String> parameters = Draft.parametersAt(property);
    parameters.put("offer", offer.type());
    parameters.put("validUntil", offer.redeemableUntil().toString());
    return new Draft(
        message,
        alert.failureType() == null ? "offer-anyway" : "offer",
        parameters,
        guest.localeAt(property),
        property.zone().id(),
        List.of(),
        offer,
        null);
  }

  /** When something of this purpose that is due then is first looked at. */
  public static Instant firstLook(Purpose purpose, Instant due, HotelPolicy policy) {
    return purpose.promotional() ? due.plus(policy.lastGate().promotionalNever().settle()) : due;
  }

  private static void put(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }
}
