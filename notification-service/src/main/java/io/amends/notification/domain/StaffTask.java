package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.Role;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something for staff to do about a case that no promise runs for: one mail to whoever is on duty
 * then, which leads to the case.
 *
 * @param template which words
 * @param id of the message, before the person
 * @param causedBy id of what made it due
 * @param mootBy what makes it pointless; empty: the case's end alone
 */
record StaffTask(
    String template,
    String id,
    GuestId guest,
    CaseId caseId,
    String causedBy,
    OpenCase about,
    PropertyReference property,
    List<OpenCase.Done> mootBy) {

  /** Ours: on the next day it is somebody else's shift. */
  private static final Duration WORTH = Duration.ofDays(1);

  /** One mail to each in that role who has an address; none has: to head office. */
  List<Draft> drafts(Role role, Instant at, RosterReference roster) {
    Ways byMail = new Ways(property, false, true);
    return Stream.of(role, Role.HEAD_OFFICE)
        .map(asked -> Planner.onDuty(asked, at, byMail, roster))
        .filter(people -> !people.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .map(person -> draft(person.staffId(), localeOf(person), at))
        .toList();
  }

  /** The same, if nobody is named who could be told. */
  Draft toNobody(Instant at) {
    return draft("nobody", property.locale(), at);
  }

  private String localeOf(RosterReference.Person person) {
    return person.locale() == null ? property.locale() : person.locale();
  }

  private Draft draft(String staffId, String locale, Instant at) {
    Message message =
        new Message(
            id + "/" + staffId,
            guest,
            caseId,
            property.propertyId(),
            Purpose.STAFF_ALERT,
            "TASK",
            Via.EMAIL,
            staffId,
            causedBy,
            at.plus(WORTH));
    Map<String, String> parameters = Draft.parametersAt(property);
    parameters.put("issue", about.facts().issue());
    parameters.put("severity", about.now().severity().name());
    parameters.put("origin", about.facts().origin().name());
    parameters.put("detectedAt", about.facts().detectedAt().toString());
    parameters.put(SurveyPlan.CYCLE, Integer.toString(about.now().cycle()));
    String room = about.now().room();
    if (room != null) {
      parameters.put("room", room);
    }
    return new Draft(message, template, parameters, locale, property.zone().id(), mootBy);
  }
}
