package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.Channel;
import io.amends.contracts.Origin;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.LastGate.QuietHours;
import io.amends.contracts.policy.LastGate.QuietHours.NotFor;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.ReportJoined;
import io.amends.contracts.recovery.Stamp;
import io.amends.contracts.reference.PropertyReference;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who wrote is written to: that it has come, what is promised, and where to see what becomes of it.
 * One answer for each case; that somebody has it is told by people.
 */
public final class Receipt {

  /** The parameter that says when the guest wrote; an answer soon after wakes nobody. */
  static final String ANSWERS = "answers";

  /** The parameter that names the complaint whose page the letter leads to. */
  public static final String TRACKS = "tracks";

  private static final Set<Channel> WRITTEN =
      Set.of(
          Channel.EMAIL, Channel.WEB_FORM, Channel.IN_ROOM_QR, Channel.GM_MAILBOX, Channel.CHATBOT);

  private Receipt() {}

  /** What came in writing and has become a case; empty: it was told some other way. */
  public static Optional<Draft> of(
      CaseOpened opened, PropertyReference property, Guest guest, HotelPolicy policy) {
    CaseFacts facts = opened.facts();
    if (!isGuestsWriting(facts.channel(), facts.origin())) {
      return Optional.empty();
    }
    Instant at = opened.stamp().occurredAt();
    Map<String, String> parameters = parameters(opened.stamp().caseId(), facts, facts.detectedAt());
    opened.promises().stream()
        .filter(promise -> promise.clock() == Clock.ACKNOWLEDGE)
        .flatMap(promise -> Stream.ofNullable(promise.dueAt()))
        .filter(due -> due.isAfter(at)) // what is past is not promised any more
        .findFirst()
        .ifPresent(
            due -> {
              parameters.put("promise", Clock.ACKNOWLEDGE.name());
              parameters.put("dueAt", due.toString());
            });
    return Optional.of(draft("received", opened.stamp(), parameters, property, guest, policy));
  }

  /** What came in writing about a case that was told some other way; empty: it is answered. */
  public static Optional<Draft> of(
      ReportJoined joined,
      CaseFacts facts,
      PropertyReference property,
      Guest guest,
      HotelPolicy policy) {
    return isGuestsWriting(facts.channel(), facts.origin())
            || !isGuestsWriting(joined.report().channel(), joined.report().origin())
            || !joined.report().told().guestId().equals(joined.stamp().guestId())
            || joined.stamp().actor().isStaff() // told and answered already
        ? Optional.empty()
        : Optional.of(
            draft(
                "joined",
                joined.stamp(),
                parameters(joined.stamp().caseId(), facts, joined.report().detectedAt()),
                property,
                guest,
                policy));
  }

  /** What staff or another system wrote down is no message of the guest's. */
  private static boolean isGuestsWriting(Channel channel, Origin origin) {
    return WRITTEN.contains(channel) && origin == Origin.GUEST;
  }

  static boolean is(Draft draft) {
    return draft.find(TRACKS).isPresent();
  }

  /** Whether it may go in quiet hours: the guest has just written, and is awake. */
  static boolean isAwaited(Draft draft, Instant now, QuietHours policy) {
    return policy.notFor().contains(NotFor.ANSWER_TO_THE_GUESTS_OWN_MESSAGE_WITHIN_PT2H)
        && draft
            .find(ANSWERS)
            .map(Instant::parse)
            .filter(wrote -> now.isBefore(wrote.plus(QuietHours.JUST_WRITTEN)))
            .isPresent();
  }

  private static Map<String, String> parameters(CaseId tracks, CaseFacts facts, Instant wrote) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("issue", facts.issue());
    parameters.put(ANSWERS, wrote.toString());
    parameters.put(TRACKS, tracks.value());
    return parameters;
  }

  private static Draft draft(
      String template,
      Stamp stamp,
      Map<String, String> parameters,
      PropertyReference property,
      Guest guest,
      HotelPolicy policy) {
    Message message =
        new Message(
            stamp.caseId().value() + "/" + template,
            stamp.guestId(),
            stamp.caseId(),
            property.propertyId(),
            Purpose.SERVICE,
            "RECEIPT",
            Via.EMAIL,
            null,
            stamp.eventId(),
            Occasion.validUntil(Purpose.SERVICE, stamp.occurredAt(), policy.lastGate()));
    Map<String, String> all = Draft.parametersAt(property);
    all.putAll(parameters);
    return new Draft(
        message, template, all, guest.localeAt(property), property.zone().id(), List.of());
  }
}
