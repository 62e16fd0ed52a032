package io.amends.notification.domain;

import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import io.amends.notification.domain.morning.Report;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a hotel hears in the morning, as messages: one for each who is to read it. */
public final class MorningMail {

  /** Who stands for nobody: that a report reaches nobody is itself kept. */
  private static final String NOBODY = "nobody";

  private MorningMail() {}

  /**
   * One for each person of those roles who can be reached, on duty or not; one to nobody if there
   * is none.
   */
  public static List<Draft> of(
      Report report,
      PropertyReference property,
      RosterReference roster,
      Instant at,
      HotelPolicy policy) {
    var readers =
        roster.people().stream()
            .filter(person -> policy.escalation().morningReport().to().contains(person.role()))
            .filter(person -> person.email() != null)
            .toList();
    return readers.isEmpty()
        ? List.of(draft("morning", report, property, NOBODY, property.locale(), at, policy))
        : readers.stream()
            .map(
                person ->
                    draft(
                        "morning",
                        report,
                        property,
                        person.staffId(),
                        person.locale() == null ? property.locale() : person.locale(),
                        at,
                        policy))
            .toList();
  }

  /** What waited for the end of the night, in one mail for each person who can still be reached. */
  public static List<Draft> digests(
      Map<String, Report> byStaff,
      PropertyReference property,
      RosterReference roster,
      Instant at,
      HotelPolicy policy) {
    return roster.people().stream()
        .filter(person -> person.email() != null)
        .flatMap(
            person ->
                Stream.ofNullable(byStaff.get(person.staffId()))
                    .map(
                        report ->
                            draft(
                                "night",
                                report,
                                property,
                                person.staffId(),
                                person.locale() == null ? property.locale() : person.locale(),
                                at,
                                policy)))
        .toList();
  }

  private static Draft draft(
      String kind,
      Report report,
      PropertyReference property,
      String staffId,
      String locale,
      Instant at,
      HotelPolicy policy) {
    String morning = kind + "/" + property.propertyId().value() + "/" + property.zone().date(at);
    Message message =
        new Message(
            morning + "/" + staffId,
            Message.about(property.propertyId()),
            null,
            property.propertyId(),
            Purpose.STAFF_ALERT,
            kind.toUpperCase(Locale.ROOT),
            Via.EMAIL,
            staffId,
            morning,
            Occasion.validUntil(Purpose.STAFF_ALERT, at, policy.lastGate()));
    return new Draft(
        message,
        kind,
        Map.of(
            "property", property.name(),
            "hotelLocale", property.locale(),
            "at", at.toString()),
        locale,
        property.zone().id(),
        List.of(),
        null,
        report);
  }
}
