package io.amends.intake.domain;

import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.Detected;
import io.amends.contracts.policy.Detection.Rule;
import io.amends.contracts.policy.Detection.Sign;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.HotelPolicy.Surveys.OpensCaseIf;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What of an interaction is a sign that something went wrong, by the rules of the policy. */
public final class Signs {

  private static final String SIGN = "sign/";
  private static final String OF_STAY = SIGN + "stay/";

  private Signs() {}

  /**
   * A sign that opens a complaint.
   *
   * @param rule by which it does
   */
  public record Seen(Sign sign, Rule rule) {}

  /**
   * The sign in an interaction.
   *
   * @param history of what is past none is a sign any more
   */
  public static Optional<Seen> in(InteractionReported i, boolean history, HotelPolicy policy) {
    return history
        ? Optional.empty()
        : signs(i, policy)
            .flatMap(
                sign -> policy.seenBySystems().ruleOf(sign).map(r -> new Seen(sign, r)).stream())
            .filter(seen -> seen.sign() != Sign.LONG_WAIT || isLong(i, seen.rule()))
            .findFirst();
  }

  /** What may be seen in it, the graver first. */
  private static Stream<Sign> signs(InteractionReported i, HotelPolicy policy) {
    return switch (i.kind()) {
      case FAILURE_DETECTED -> Stream.of(Sign.FAILURE_REPORTED);
      case SURVEY_ANSWERED -> isPoor(i, policy) ? Stream.of(Sign.LOW_STAY_SCORE) : Stream.of();
      case SERVICE_USED ->
          Boolean.TRUE.equals(i.cancelledByHotel())
              ? Stream.of(Sign.SERVICE_CANCELLED, Sign.LONG_WAIT)
              : Stream.of(Sign.LONG_WAIT);
      case CONTACT_MADE -> Stream.of(Sign.LONG_WAIT);
      case STAY_COMPLETED -> isLeftUnanswered(i) ? Stream.of(Sign.LEFT_UNANSWERED) : Stream.of();
      case BOOKING_MADE,
          BOOKING_CANCELLED,
          NO_SHOW,
          CHECKED_IN,
          STAY_CHANGED,
          ROOM_MOVED,
          REVIEW_PUBLISHED,
          MESSAGE_OPENED,
          REFERRAL_MADE,
          LOYALTY_CHANGED,
          CONSENT_CHANGED,
          COMPLAINT_MADE,
          COMPLAINT_RESOLVED ->
          Stream.of();
    };
  }

  /** An answer that names its case is for that case. */
  private static boolean isPoor(InteractionReported i, HotelPolicy policy) {
    OpensCaseIf opens = policy.surveys().opensCaseIf();
    return i.caseId() == null
        && i.score() != null
        && opens != null
        && i.score() <= opens.stayScoreAtMost();
  }

  private static boolean isLeftUnanswered(InteractionReported i) {
    return i.openRequests() != null && i.openRequests() > 0;
  }

  private static boolean isLong(InteractionReported i, Rule rule) {
    return i.waitedMinutes() != null
        && rule.waitedAtLeast() != null
        && Duration.ofMinutes(i.waitedMinutes()).compareTo(rule.waitedAtLeast()) >= 0;
  }

  /** Whether it is about a stay as a whole, and not about one matter. */
  static boolean isOfStay(Sign sign) {
    return switch (sign) {
      case LOW_STAY_SCORE, LEFT_UNANSWERED -> true;
      case FAILURE_REPORTED, LONG_WAIT, SERVICE_CANCELLED -> false;
    };
  }

  /**
   * Under which key of the directory the same sign of the same matter meets itself, whichever
   * system saw it: of a stay; else of a guest; of somebody whom nobody knows, of the room.
   */
  public static String key(ComplaintAccepted complaint, Detected detected) {
    if (isOfStay(detected.sign()) && complaint.stayId() != null) {
      return stayKey(complaint.stayId());
    }
    String room = complaint.room();
    String whose =
        room != null && OwnGuest.is(complaint.guestId())
            ? WhoIsIt.roomKey(complaint.place().propertyId().value(), room)
            : complaint.guestId().value();
    String what =
        complaint.issue().equals(ComplaintDoor.UNSORTED)
            ? complaint.failureType().name()
            : complaint.issue();
    return SIGN + whose + '/' + what;
  }

  /** Whether a key of the directory is a sign's. */
  public static boolean isKey(String key) {
    return key.startsWith(SIGN);
  }

  /** Under which it is known that there is a case of a stay. */
  public static String stayKey(String stayId) {
    return OF_STAY + stayId;
  }
}
