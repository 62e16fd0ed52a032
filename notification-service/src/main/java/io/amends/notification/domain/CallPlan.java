package io.amends.notification.domain;

import io.amends.contracts.Role;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is to call a guest that is asked in person how a recovery was: one mail to whoever is on duty
 * then, pointless once the guest has answered.
 */
public final class CallPlan {

  /** The words, and the parameter that tells letters to lead to the case and not to a tap. */
  public static final String TEMPLATE = "call";

  /** Ours: on the next day it is somebody else's shift, and the case shows that nobody asked. */
  private static final Duration WORTH = Duration.ofDays(1);

  private CallPlan() {}

  /** Whom that task is sent to, and when; nobody is named: head office. */
  public static List<SurveyPlan.Plan.Ask> of(
      MadeGood made,
      OpenCase about,
      Instant surveyAt,
      PropertyReference property,
      RosterReference roster,
      Guest guest,
      HotelPolicy policy) {
    Instant at = inCallHours(surveyAt, zone(about, property, guest), policy);
    Role role = about.now().cycle() > 1 ? Role.GENERAL_MANAGER : Role.DUTY_MANAGER;
    List<RosterReference.Person> people = reachable(roster, role, at, property);
    return (people.isEmpty() ? reachable(roster, Role.HEAD_OFFICE, at, property) : people)
        .stream()
            .map(person -> new SurveyPlan.Plan.Ask(draft(made, about, property, person, at), at))
            .toList();
  }

  private static List<RosterReference.Person> reachable(
      RosterReference roster, Role role, Instant at, PropertyReference property) {
    return roster.onDuty(role, at, property.zone()).stream()
        .filter(person -> person.email() != null)
        .toList();
  }

  private static ZoneId zone(OpenCase about, PropertyReference property, Guest guest) {
    String home = guest.zone();
    return ZoneId.of(about.now().inHouse() || home == null ? property.zone().id() : home);
  }

  static Instant inCallHours(Instant at, ZoneId zone, HotelPolicy policy) {
    ZonedDateTime there = at.atZone(zone);
    LocalTime opens = policy.followUp().callHours().getFirst();
    LocalTime closes = policy.followUp().callHours().getLast();
    if (there.toLocalTime().isBefore(opens)) {
      return there.toLocalDate().atTime(opens).atZone(zone).toInstant();
    }
    return there.toLocalTime().isBefore(closes)
        ? at
        : there.toLocalDate().plusDays(1).atTime(opens).atZone(zone).toInstant();
  }

  private static Draft draft(
      MadeGood made,
      OpenCase about,
      PropertyReference property,
      RosterReference.Person person,
      Instant at) {
    Message message =
        new Message(
            "%s/call/%d/%s"
                .formatted(made.stamp().caseId().value(), about.now().cycle(), person.staffId()),
            made.stamp().guestId(),
            made.stamp().caseId(),
            property.propertyId(),
            Purpose.STAFF_ALERT,
            "CALL",
            Via.EMAIL,
            person.staffId(),
            made.stamp().eventId(),
            at.plus(WORTH));
    Map<String, String> parameters = new HashMap<>();
    parameters.put("property", property.name());
    parameters.put("hotelLocale", property.locale());
    parameters.put("issue", about.facts().issue());
    parameters.put("severity", about.now().severity().name());
    parameters.put("origin", about.facts().origin().name());
    parameters.put("detectedAt", about.facts().detectedAt().toString());
    String room = about.now().room();
    if (room != null) {
      parameters.put("room", room);
    }
    return new Draft(
        message,
        TEMPLATE,
        parameters,
        person.locale() == null ? property.locale() : person.locale(),
        property.zone().id(),
        List.of(OpenCase.Done.ANSWERED));
  }
}
