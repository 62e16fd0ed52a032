package io.amends.notification.email;

import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.security.SignedLink;
import io.amends.kit.security.SignedLinks;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.SurveyPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the links in letters to guests: to see what becomes of a complaint, to say how it was, and
 * to end letters of one kind. The pages behind them are the door's.
 */
public final class GuestLinks {

  private static final String UNSUBSCRIBE = "unsubscribe";
  private static final String SURVEY = "survey";
  private static final String TRACK = "track";

  /** As long as anybody may keep a mail; as rows of the ledger are kept. */
  private static final Duration VALID = Duration.ofDays(400);

  /** Ours: as long as the door's own links to that page. */
  private static final Duration CASE_LIVES = Duration.ofDays(180);

  private final String guestUrl;
  private final SignedLinks links;
  private final HotelClock clock;

  /**
   * Prepares it.
   *
   * @param guestUrl where guests reach the door, without a slash at the end
   */
  public GuestLinks(String guestUrl, SignedLinks links, HotelClock clock) {
    this.guestUrl = guestUrl;
    this.links = links;
    this.clock = clock;
  }

  /** Where one click ends letters of this kind. */
  String unsubscribe(Message message, Locale locale) {
    Map<String, String> claims =
        Map.of(
            "guest", message.guestId().value(),
            "purpose", message.purpose() == Purpose.SURVEY ? "SURVEY" : "MARKETING",
            "channel", message.via().name(),
            "message", message.messageId(),
            "locale", locale.toLanguageTag());
    return link(UNSUBSCRIBE, claims, clock.instant().plus(VALID));
  }

  /** Where the guest says how it was. */
  String survey(Draft draft, Locale locale) {
    Message message = draft.message();
    Map<String, String> claims = new TreeMap<>();
    claims.put("guest", message.guestId().value());
    claims.put("message", message.messageId());
    claims.put("kind", draft.get(SurveyPlan.KIND));
    claims.put("hotel", draft.get("property"));
    claims.put("locale", locale.toLanguageTag());
    if (message.propertyId() != null) {
      claims.put("property", message.propertyId().value());
    }
    if (message.caseId() != null) {
      claims.put("case", message.caseId().value());
    }
    draft.find(SurveyPlan.STAY).ifPresent(stay -> claims.put("stay", stay));
    return link(SURVEY, claims, Instant.parse(draft.get(SurveyPlan.ANSWER_BY)));
  }

  /** Where the guest sees what becomes of a complaint. */
  String tracking(String complaintId, Locale locale) {
    Map<String, String> claims =
        Map.of("complaint", complaintId, "language", locale.toLanguageTag());
    return link(TRACK, claims, clock.instant().plus(CASE_LIVES));
  }

  private String link(String use, Map<String, String> claims, Instant end) {
    return guestUrl + "/" + use + "/" + links.sign(new SignedLink(use, claims, end));
  }
}
