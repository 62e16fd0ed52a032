package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.PropertyId;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.LastGate;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.Due;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.retention.RiskAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows from an event: who is to be told what. */
public final class Planner {

  /** An alert that nobody could send for so long wakes nobody up any more (ours). */
  private static final Duration ALERT_VALID = Duration.ofHours(4);

  /** An offer waits so long, so that case and risk have both spoken (ours). */
  public static final Duration SETTLING = Duration.ofMinutes(30);

  private static final Duration DEFAULT_VALID = Duration.ofDays(2);

  private Planner() {}

  /** Everybody on duty in the role that is alerted, each once. */
  public static List<Draft> alert(
      StaffAlerted alert, CaseFacts facts, PropertyReference property, RosterReference roster) {
    var local = facts.place().zone().wallClock(alert.stamp().occurredAt()).toLocalTime();
    return roster.onDuty(alert.role(), local).stream()
        .filter(person -> person.email() != null)
        .map(person -> alert(alert, facts, property, person))
        .toList();
  }

  private static Draft alert(
      StaffAlerted alert,
      CaseFacts facts,
      PropertyReference property,
      RosterReference.Person person) {
    String step = "ALERT:" + alert.stamp().caseVersion();
    Message message =
        new Message(
            alert.stamp().eventId() + "/" + person.staffId(),
            alert.stamp().guestId(),
            alert.stamp().caseId(),
            property.propertyId(),
            Purpose.STAFF_ALERT,
            step,
            Via.EMAIL,
            person.staffId(),
            alert.stamp().eventId(),
            alert.stamp().occurredAt().plus(ALERT_VALID));
    Map<String, String> parameters = new HashMap<>();
    parameters.put("person", person.staffId());
    parameters.put("role", alert.role().name());
    parameters.put("property", property.name());
    parameters.put("issue", facts.issue());
    parameters.put("severity", facts.severity().name());
    parameters.put("origin", facts.origin().name());
    parameters.put("detectedAt", facts.detectedAt().toString());
    put(parameters, "room", facts.room());
    Due answerBy = alert.answerBy();
    if (answerBy != null) {
      parameters.put("promise", answerBy.clock().name());
      parameters.put("dueAt", answerBy.at().toString());
    }
    parameters.put("cause", alert.reasons().getFirst().cause().name());
    if (alert.late()) {
      parameters.put("lateSince", earliest(alert.reasons()).toString());
    }
    String locale = person.locale() == null ? property.locale() : person.locale();
    return new Draft(message, "staff-alert", parameters, locale, facts.place().zone().id());
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
            due.stamp().occurredAt().plus(valid("FOLLOW_UP", policy)));
    Map<String, String> parameters = new HashMap<>();
    parameters.put("property", property.name());
    parameters.put("issue", facts.issue());
    put(parameters, "room", facts.room());
    return new Draft(
        message, "follow-up", parameters, localeOf(guest, property), facts.place().zone().id());
  }

  /** Something to come back for, if the band and the failure call for it. */
  public static Optional<Draft> offer(
      RiskAlert alert, PropertyReference property, Guest guest, HotelPolicy policy) {
    var doing = policy.offers().byBand().get(alert.to().name());
    if (doing == null || !doing.doing().contains("OFFER")) {
      return Optional.empty();
    }
    String failure = alert.failureType() == null ? "NO_KNOWN_FAILURE" : alert.failureType().name();
    List<String> fitting = policy.offers().byFailure().getOrDefault(failure, List.of());
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    GuestId guestId = alert.guestId();
    CaseId caseId = alert.caseId();
    PropertyId propertyId = property.propertyId();
    Message message =
        new Message(
            "offer/" + alert.causedBy(),
            guestId,
            caseId,
            propertyId,
            Purpose.OFFER,
            "OFFER:" + fitting.getFirst(),
            Via.EMAIL,
            null,
            alert.causedBy(),
            alert.asOf().plus(valid("OFFER", policy)));
    Map<String, String> parameters = new HashMap<>();
    parameters.put("property", property.name());
    parameters.put("offer", fitting.getFirst());
    parameters.put("validUntil", alert.asOf().plus(policy.offers().valid()).toString());
    return Optional.of(
        new Draft(message, "offer", parameters, localeOf(guest, property), property.zone().id()));
  }

  private static String localeOf(Guest guest, PropertyReference property) {
    return guest.locale() == null ? property.locale() : guest.locale();
  }

  private static Duration valid(String what, HotelPolicy policy) {
    LastGate.WhenQuiet whenQuiet = policy.lastGate().whenQuiet().get(what);
    Duration expires = whenQuiet == null ? null : whenQuiet.expires();
    return expires == null ? DEFAULT_VALID : expires;
  }

  private static void put(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }
}
