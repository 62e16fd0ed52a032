package io.amends.notification.domain;

import io.amends.contracts.inbound.Consent;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.QuietHours;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last gate before a person is disturbed: decided when it is sent, not when it is planned. */
public final class Gate {

  private Gate() {}

  /** Whether a message goes out now. */
  public sealed interface Verdict {

    record Send() implements Verdict {}

    record Hold(Instant until) implements Verdict {}

    record Suppress(Reason reason) implements Verdict {}

    record Expire() implements Verdict {}
  }

  /** Why a message is not sent, ever. */
  public enum Reason {
    SHADOW,
    STAFF_ONLY,
    NO_CONSENT,
    CASE_OPEN,
    CASE_LATELY_CLOSED
  }

  /**
   * Decides.
   *
   * @param mode of the property concerned
   * @param zone in which the guest sleeps
   */
  public static Verdict decide(
      Draft draft, Guest guest, Mode mode, IanaZone zone, Instant now, HotelPolicy policy) {
    Purpose purpose = draft.message().purpose();
    Reason reason = reason(purpose, guest, mode, now, policy);
    if (reason != null) {
      return new Verdict.Suppress(reason);
    }
    if (!now.isBefore(draft.message().validUntil())) {
      return new Verdict.Expire();
    }
    if (purpose == Purpose.STAFF_ALERT) {
      return new Verdict.Send();
    }
    var window = policy.lastGate().quietHours().messages();
    QuietHours quiet = new QuietHours(window.from(), window.to());
    return quiet.contains(now, zone)
        ? new Verdict.Hold(quiet.nextEnd(now, zone))
        : new Verdict.Send();
  }

  private static @Nullable Reason reason(
      Purpose purpose, Guest guest, Mode mode, Instant now, HotelPolicy policy) {
    if (mode == Mode.SHADOW) {
      return Reason.SHADOW;
    }
    return switch (purpose) {
      case STAFF_ALERT -> null;
      case SERVICE, FOLLOW_UP -> toGuest(mode, mayServe(guest));
      case OFFER -> {
        Reason reason = toGuest(mode, mayOffer(guest));
        yield reason != null ? reason : promotional(guest, now, policy);
      }
    };
  }

  private static @Nullable Reason toGuest(Mode mode, boolean consents) {
    if (mode == Mode.STAFF_ONLY) {
      return Reason.STAFF_ONLY;
    }
    return consents ? null : Reason.NO_CONSENT;
  }

  /** About the guest's own case or stay: needs nothing, unless the guest said no. */
  private static boolean mayServe(Guest guest) {
    Consent.State state = guest.state(Consent.Purpose.SERVICE, Consent.By.EMAIL);
    return state == null || state == Consent.State.GRANTED;
  }

  private static boolean mayOffer(Guest guest) {
    Consent.State profiling = guest.state(Consent.Purpose.PROFILING, Consent.By.EMAIL);
    boolean objected = profiling != null && profiling != Consent.State.GRANTED;
    return !objected
        && guest.state(Consent.Purpose.MARKETING, Consent.By.EMAIL) == Consent.State.GRANTED;
  }

  private static @Nullable Reason promotional(Guest guest, Instant now, HotelPolicy policy) {
    var never = policy.lastGate().promotionalNever();
    if (never.whileCaseOpen() && !guest.openCases().isEmpty()) {
      return Reason.CASE_OPEN;
    }
    Instant closed = guest.lastClosedAt();
    return closed != null && now.isBefore(closed.plus(never.afterClosing().noAnswer()))
        ? Reason.CASE_LATELY_CLOSED
        : null;
  }
}
