package io.amends.notification.domain;

import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.contracts.policy.Escalation.Night;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.RecoveryEvent.PromiseWarned;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.QuietHours;
import io.amends.notification.domain.morning.CaseLine;
import io.amends.notification.domain.morning.Overnight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * That part of a promise's time is over, told to whoever owns it and to nobody else. While nobody
 * has acknowledged, the other promises of the case keep silent. What is minor waits for the end of
 * the night, except for the front line, which is awake. Once the hour of the promise is past,
 * others speak.
 */
public final class WarningPlan {

  private WarningPlan() {}

  /** One for each owner on duty who can be reached; none, if none is. */
  public static List<Draft> of(
      PromiseWarned warned, OpenCase about, PropertyReference property, RosterReference roster) {
    return roster.onDuty(warned.owner(), warned.stamp().occurredAt(), property.zone()).stream()
        .flatMap(
            person ->
                new Ways(property, false, false).of(draft(warned, about, property, person), person))
        .toList();
  }

  /** One cause at a time: what nobody has acknowledged is told, and of that nothing else yet. */
  public static boolean speaks(PromiseWarned warned, OpenCase about) {
    return !about.now().inHouse()
        || warned.clock() == Clock.ACKNOWLEDGE
        || about.done().contains(OpenCase.Done.ACKNOWLEDGED);
  }

  /** When it is told: now, or when the night is over. */
  public static Instant due(PromiseWarned warned, Severity severity, IanaZone zone, Night policy) {
    Instant at = warned.stamp().occurredAt();
    QuietHours night = new QuietHours(policy.from(), policy.to());
    boolean waits =
        severity == Severity.MINOR && warned.owner() != Role.FRONT_LINE && night.contains(at, zone);
    return waits ? night.nextEnd(at, zone) : at;
  }

  /** What the person reads when the night is over, instead of that mail. */
  public static Overnight overnight(PromiseWarned warned, Draft mail, Instant until) {
    return new Overnight(
        Objects.requireNonNull(mail.message().propertyId()),
        warned.stamp().caseId(),
        Objects.requireNonNull(mail.message().staffId()),
        new CaseLine.Promise(warned.clock(), warned.number()),
        warned.dueAt(),
        until);
  }

  private static Draft draft(
      PromiseWarned warned,
      OpenCase about,
      PropertyReference property,
      RosterReference.Person person) {
    Message message =
        new Message(
            warned.stamp().eventId() + "/" + person.staffId(),
            warned.stamp().guestId(),
            warned.stamp().caseId(),
            property.propertyId(),
            Purpose.STAFF_ALERT,
            "WARNING:" + warned.stamp().caseVersion(),
            Via.EMAIL,
            person.staffId(),
            warned.stamp().eventId(),
            warned.dueAt());
    Map<String, String> parameters = Draft.parametersAt(property);
    parameters.put("at", warned.stamp().occurredAt().toString());
    parameters.put("role", warned.owner().name());
    parameters.put("issue", about.facts().issue());
    parameters.put("severity", about.now().severity().name());
    parameters.put("origin", about.facts().origin().name());
    parameters.put("detectedAt", about.facts().detectedAt().toString());
    parameters.put("promise", warned.clock().name());
    parameters.put("dueAt", warned.dueAt().toString());
    if (about.now().room() != null) {
      parameters.put("room", about.now().room());
    }
    return new Draft(
        message,
        "warning",
        parameters,
        person.locale() == null ? property.locale() : person.locale(),
        property.zone().id(),
        mootBy(warned));
  }

  private static List<OpenCase.Done> mootBy(PromiseWarned warned) {
    OpenCase.Done keeps = OpenCase.Done.keeping(warned.clock());
    return keeps == null ? List.of() : List.of(keeps);
  }
}
