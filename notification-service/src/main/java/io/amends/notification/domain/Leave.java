package io.amends.notification.domain;

import io.amends.contracts.Channel;
import io.amends.contracts.Flag;
import io.amends.contracts.inbound.Consent;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.policy.LastGate;
import io.amends.notification.domain.Gate.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a guest lets us write to them, and whether this is a moment to sell anything. */
final class Leave {

  private static final Set<Flag> SENSITIVE =
      Set.of(Flag.SENSITIVE, Flag.LEGAL, Flag.PROBLEM_CUSTOMER);

  private Leave() {}

  /** Why not; empty if they do. */
  static Optional<Reason> refusal(Message message, Guest guest, Instant now, LastGate policy) {
    Purpose purpose = message.purpose();
    return switch (purpose) {
      case STAFF_ALERT, REMEDY -> Optional.empty();
      case SERVICE, FOLLOW_UP -> sensitive(message, guest).or(() -> unlessRefused(message, guest));
      case SURVEY -> sensitive(message, guest).or(() -> survey(message, guest));
      case APOLOGY_OFFER, GREETING ->
          granted(message, guest).or(() -> promotional(purpose, guest, now, policy));
      case RETENTION_OFFER, WIN_BACK ->
          unlessObjected(message, guest)
              .or(() -> granted(message, guest))
              .or(() -> promotional(purpose, guest, now, policy));
    };
  }

  /** About the guest's own case or stay: needs nothing, unless the guest said no. */
  private static Optional<Reason> unlessRefused(Message message, Guest guest) {
    return refused(guest.state(Consent.Purpose.SERVICE, by(message)));
  }

  /** A guest of ours may be asked how it was, unless they said no to that or to all. */
  private static Optional<Reason> survey(Message message, Guest guest) {
    return refused(guest.state(Consent.Purpose.SURVEY, by(message)))
        .or(() -> unlessRefused(message, guest));
  }

  /** To sell needs a yes. */
  private static Optional<Reason> granted(Message message, Guest guest) {
    return guest.state(Consent.Purpose.MARKETING, by(message)) == Consent.State.GRANTED
        ? Optional.empty()
        : Optional.of(Reason.NO_CONSENT);
  }

  /** An offer by risk is one by profile, which a guest may object to by any channel. */
  private static Optional<Reason> unlessObjected(Message message, Guest guest) {
    return refused(guest.state(Consent.Purpose.PROFILING, by(message)));
  }

  private static Optional<Reason> refused(Consent.@Nullable State state) {
    return state == null || state == Consent.State.GRANTED
        ? Optional.empty()
        : Optional.of(Reason.NO_CONSENT);
  }

  /** A guest of a sensitive case hears from people, not from machines. */
  private static Optional<Reason> sensitive(Message message, Guest guest) {
    OpenCase about = guest.open(message.caseId());
    return about != null && about.facts().flags().stream().anyMatch(SENSITIVE::contains)
        ? Optional.of(Reason.SENSITIVE)
        : Optional.empty();
  }

  private static Optional<Reason> promotional(
      Purpose purpose, Guest guest, Instant now, LastGate policy) {
    var never = policy.promotionalNever();
    if (guest.openCases().values().stream().anyMatch(Leave::isNeverPromoted)) {
      return Optional.of(Reason.SENSITIVE);
    }
    if (isAuthoritys(guest, now, never.authority().after())) {
      return Optional.of(Reason.AUTHORITY_ASKED);
    }
    if (never.exempt().contains(purpose.name())) {
      return Optional.empty();
    }
    if (never.whileCaseOpen() && !guest.openCases().isEmpty()) {
      return Optional.of(Reason.CASE_OPEN);
    }
    return guest.closedCases().stream()
            .anyMatch(closed -> now.isBefore(closed.at().plus(rest(closed, never.afterClosing()))))
        ? Optional.of(Reason.CASE_LATELY_CLOSED)
        : Optional.empty();
  }

  private static boolean isNeverPromoted(OpenCase open) {
    return open.facts().flags().stream().anyMatch(SENSITIVE::contains);
  }

  private static boolean isAuthoritys(Guest guest, Instant now, Duration after) {
    return guest.openCases().values().stream()
            .anyMatch(open -> open.facts().channel() == Channel.THIRD_PARTY_AUTHORITY)
        || guest.closedCases().stream()
            .anyMatch(closed -> closed.authority() && now.isBefore(closed.at().plus(after)));
  }

  private static Duration rest(ClosedCase closed, LastGate.AfterClosing policy) {
    return switch (closed.answer()) {
      case SATISFIED -> policy.satisfied();
      case NOT_SATISFIED -> policy.notSatisfied();
      case NONE, HEARD -> policy.noAnswer();
    };
  }

  private static Consent.By by(Message message) {
    return switch (message.via()) {
      case EMAIL -> Consent.By.EMAIL;
      case SMS -> Consent.By.SMS;
      case WEBHOOK ->
          throw new IllegalArgumentException(
              "via: WEBHOOK (expected: a way by which guests are written to)");
    };
  }
}
