package io.amends.notification.domain;

import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.LastGate;
import io.amends.contracts.policy.LastGate.WhenQuiet;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.QuietHours;
import java.time.Instant;
import java.util.Optional;

/**
 * The last gate before a person is disturbed: decided when it is sent, not when it is planned.
 *
 * <p>In this order: worth it still, allowed by the property's mode, still true, not for other eyes,
 * allowed by the guest, not too often, not at night, not in a control group.
 */
public final class Gate {

  private Gate() {}

  /** Whether a message goes out now. */
  public sealed interface Verdict {

    record Send() implements Verdict {}

    record Hold(Instant until, Reason why) implements Verdict {}

    record Suppress(Reason why) implements Verdict {}

    record Expire() implements Verdict {}
  }

  /** Why a message is not sent now, or never. */
  public enum Reason {
    /** Planned, and what else follows from the same cause has not been heard yet. */
    SETTLING,
    SHADOW,
    STAFF_ONLY,
    /** Nobody is named who could be told. */
    NOBODY_CONFIGURED,
    /** The guest is not to have it after all. */
    TAKEN_BACK,
    /** Another id of the same person was told the very same. */
    TOLD_UNDER_ANOTHER_ID,
    /** Minor, at night: it stands in what is read when the night is over. */
    IN_THE_DIGEST,
    /** While nobody has acknowledged, only that is spoken of. */
    ANOTHER_CAUSE_SPEAKS,
    CASE_CLOSED,
    /** What it asks for has been done. */
    DONE_ALREADY,
    /** It was made good, and then was not: who asks how it was comes too early. */
    FAILED_AGAIN,
    /** Not in writing: somebody asks in person. */
    ASKED_BY_CALL,
    /** The policy asks some, and this one is not among them. */
    NOT_SAMPLED,
    /** Somebody has just spoken with the guest. */
    IN_CONVERSATION,
    NO_CONSENT,
    /** For few eyes: a guest is not written to by a machine, staff are told by mail alone. */
    SENSITIVE,
    CASE_OPEN,
    CASE_LATELY_CLOSED,
    AUTHORITY_ASKED,
    TOO_OFTEN,
    QUIET_HOURS,
    /** It waits for its month's budget. */
    AWAITING_BUDGET,
    /** Its month's budget has not answered. */
    BUDGET_SILENT,
    /** Its month's budget has not so much left. */
    BUDGET_SPENT,
    /** So much was spent on this guest already. */
    GUEST_LIMIT,
    /** All was well, and this guest is shown nothing, so that one sees what offers bring. */
    CONTROL_GROUP
  }

  /**
   * Decides.
   *
   * @param mode of the property concerned
   * @param zone in which the guest sleeps
   */
  public static Verdict decide(
      Draft draft, Guest guest, Mode mode, IanaZone zone, Instant now, HotelPolicy policy) {
    Message message = draft.message();
    if (!now.isBefore(message.validUntil())) {
      return new Verdict.Expire();
    }
    return byMode(message.purpose(), mode)
        .or(() -> moot(draft, guest))
        .or(() -> confided(message, guest, policy))
        .or(() -> Leave.refusal(message, guest, now, policy.lastGate()))
        .<Verdict>map(Verdict.Suppress::new)
        .or(
            () ->
                StillToAsk.quietUntil(draft, guest, now, policy.surveys())
                    .map(until -> new Verdict.Hold(until, Reason.IN_CONVERSATION)))
        .or(() -> Caps.until(message, guest, now, policy.lastGate().caps()).map(Gate::tooOften))
        .or(() -> quiet(draft, zone, now, policy.lastGate()))
        .map(verdict -> inTime(verdict, message.validUntil()))
        .orElseGet(() -> shown(message, policy));
  }

  /** Asked last, so that those who are shown an offer and those who are not compare. */
  private static Verdict shown(Message message, HotelPolicy policy) {
    return ControlGroup.has(message.guestId(), message.purpose(), policy.offers().controlGroup())
        ? new Verdict.Suppress(Reason.CONTROL_GROUP)
        : new Verdict.Send();
  }

  private static Optional<Reason> byMode(Purpose purpose, Mode mode) {
    return switch (mode) {
      case LIVE -> Optional.empty();
      case STAFF_ONLY -> purpose.toStaff() ? Optional.empty() : Optional.of(Reason.STAFF_ONLY);
      case SHADOW -> Optional.of(Reason.SHADOW);
    };
  }

  /** The condition is checked again: is the case still open, was it answered? */
  private static Optional<Reason> moot(Draft draft, Guest guest) {
    Message message = draft.message();
    if (message.purpose() == Purpose.SURVEY) {
      return StillToAsk.refusal(draft, guest);
    }
    boolean needsTheCase =
        message.purpose() == Purpose.STAFF_ALERT
            || message.purpose() == Purpose.FOLLOW_UP
            || Receipt.is(draft);
    if (!needsTheCase || message.caseId() == null) {
      return Optional.empty();
    }
    OpenCase about = guest.open(message.caseId());
    if (about == null) {
      return Optional.of(Reason.CASE_CLOSED);
    }
    return StillToAsk.failedSince(draft, about)
        .or(() -> draft.isMoot(about) ? Optional.of(Reason.DONE_ALREADY) : Optional.empty());
  }

  /** What few may see is mailed to whom it is for: others read a hotel's systems and telephones. */
  private static Optional<Reason> confided(Message message, Guest guest, HotelPolicy policy) {
    OpenCase about = guest.open(message.caseId());
    return message.purpose() == Purpose.STAFF_ALERT
            && message.via() != Message.Via.EMAIL
            && about != null
            && Ways.forFewEyes(about.facts(), policy.sensitive())
        ? Optional.of(Reason.SENSITIVE)
        : Optional.empty();
  }

  private static Verdict tooOften(Instant until) {
    return new Verdict.Hold(until, Reason.TOO_OFTEN);
  }

  private static Optional<Verdict> quiet(Draft draft, IanaZone zone, Instant now, LastGate policy) {
    WhenQuiet.Doing doing = Occasion.of(draft.message().purpose()).whenQuiet(policy).doing();
    var window = policy.quietHours().messages();
    QuietHours quiet = new QuietHours(window.from(), window.to());
    if (doing == WhenQuiet.Doing.SEND
        || !quiet.contains(now, zone)
        || Receipt.isAwaited(draft, now, policy.quietHours())) {
      return Optional.empty();
    }
    return Optional.of(
        doing == WhenQuiet.Doing.DROP
            ? new Verdict.Suppress(Reason.QUIET_HOURS)
            : new Verdict.Hold(quiet.nextEnd(now, zone), Reason.QUIET_HOURS));
  }

  /** What could only be sent when nobody needs it any more is not kept waiting. */
  private static Verdict inTime(Verdict verdict, Instant validUntil) {
    return verdict instanceof Verdict.Hold(Instant until, Reason why) && !until.isBefore(validUntil)
        ? new Verdict.Suppress(why)
        : verdict;
  }
}
