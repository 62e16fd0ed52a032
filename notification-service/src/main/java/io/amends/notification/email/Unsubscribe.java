package io.amends.notification.email;

import io.amends.contracts.notification.Message;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.security.SignedLink;
import io.amends.kit.security.SignedLinks;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Makes the link by which a guest ends letters of one kind; the page behind it is the door's. */
public final class Unsubscribe {

  private static final String USE = "unsubscribe";

  /** As long as anybody may keep a mail; as rows of the ledger are kept. */
  private static final Duration VALID = Duration.ofDays(400);

  private final String guestUrl;
  private final SignedLinks links;
  private final HotelClock clock;

  /**
   * Prepares it.
   *
   * @param guestUrl where guests reach the door, without a slash at the end
   */
  public Unsubscribe(String guestUrl, SignedLinks links, HotelClock clock) {
    this.guestUrl = guestUrl;
    this.links = links;
    this.clock = clock;
  }

  String link(Message message, Locale locale) {
    Map<String, String> claims =
        Map.of(
            "guest", message.guestId().value(),
            "purpose", "MARKETING",
            "channel", message.via().name(),
            "message", message.messageId(),
            "locale", locale.toLanguageTag());
    return guestUrl
        + "/unsubscribe/"
        + links.sign(new SignedLink(USE, claims, clock.instant().plus(VALID)));
  }
}
