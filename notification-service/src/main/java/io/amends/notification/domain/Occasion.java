package io.amends.notification.domain;

import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.policy.LastGate;
import io.amends.contracts.policy.LastGate.WhenQuiet;
import java.time.Duration;
import java.time.Instant;

/** How the policy names what a message is for. */
public enum Occasion {
  STAFF_ALERT,
  PROGRESS_UPDATE,
  FOLLOW_UP,
  SURVEY,
  OFFER,
  GREETING;

  /** A greeting after the day is none. */
  private static final Duration THE_DAY = Duration.ofDays(1);

  static Occasion of(Purpose purpose) {
    return switch (purpose) {
      case STAFF_ALERT, REMEDY -> STAFF_ALERT; // neither wakes a guest
      case SERVICE -> PROGRESS_UPDATE;
      case FOLLOW_UP -> FOLLOW_UP;
      case SURVEY -> SURVEY;
      case APOLOGY_OFFER, RETENTION_OFFER, WIN_BACK -> OFFER;
      case GREETING -> GREETING;
    };
  }

  /**
   * What the policy says.
   *
   * @throws IllegalArgumentException if it says nothing
   */
  WhenQuiet whenQuiet(LastGate policy) {
    WhenQuiet found = policy.whenQuiet().get(name());
    if (found == null) {
      throw new IllegalArgumentException(
          "lastGate.whenQuiet: no %s (expected: one for each occasion)".formatted(name()));
    }
    return found;
  }

  /** Until when something of this purpose is worth sending that became due then. */
  static Instant validUntil(Purpose purpose, Instant due, LastGate policy) {
    Duration expires = of(purpose).whenQuiet(policy).expires();
    return due.plus(expires == null ? THE_DAY : expires);
  }

  /** In which order messages of one instant go out, the first is 0; what guests read comes last. */
  public static int rank(Purpose purpose, LastGate policy) {
    if (!purpose.toGuest()) {
      return 0;
    }
    int place = policy.priority().indexOf(purpose.name());
    return place < 0 ? policy.priority().size() + 1 : place + 1;
  }
}
