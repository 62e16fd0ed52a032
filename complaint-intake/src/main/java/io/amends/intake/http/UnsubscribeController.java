package io.amends.intake.http;

import io.amends.contracts.topics.InboundKind;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Json;
import io.amends.kit.http.Problem;
import io.amends.kit.security.SignedLink;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.words.Bundles;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/**
 * Where a guest says "no more of these", by the link in a mail (RFC 8058: one click of the mail
 * program posts). Opening it changes nothing, so that no mail scanner unsubscribes anybody.
 */
@RestController
class UnsubscribeController {

  /** What such a link is good for; claims: guest, purpose, channel, message, locale. */
  static final String USE = "unsubscribe";

  private final Inbox inbox;
  private final SignedLinks links;
  private final HotelClock clock;
  private final MessageSource words = Bundles.of("unsubscribe");

  UnsubscribeController(Inbox inbox, SignedLinks links, HotelClock clock) {
    this.inbox = inbox;
    this.links = links;
    this.clock = clock;
  }

  @GetMapping(path = "/unsubscribe/{token}", produces = MediaType.TEXT_HTML_VALUE)
  String ask(@PathVariable String token) {
    Locale locale = locale(read(token));
    String button =
        "<form method=\"post\"><button style=\"padding:.8em 1.4em\">%s</button></form>"
            .formatted(say("button", locale));
    return page(locale, "question", button);
  }

  @PostMapping(path = "/unsubscribe/{token}", produces = MediaType.TEXT_HTML_VALUE)
  Mono<String> unsubscribe(@PathVariable String token) {
    SignedLink link = read(token);
    Instant now = clock.instant();
    Map<String, String> revoked =
        Map.of(
            "guestId", link.claim("guest"),
            "kind", "CONSENT_CHANGED",
            "occurredAt", now.toString(),
            "purpose", link.claim("purpose"),
            "channel", link.claim("channel"),
            "state", "REVOKED");
    String id = link.claim("message") + "/" + now.toEpochMilli(); // each click is a word of its own
    return Mono.fromFuture(
            inbox.put(InboundKind.INTERACTIONS, USE, id, false, Json.mapper().valueToTree(revoked)))
        .onErrorMap(Bodies::unavailable)
        .map(_ -> page(locale(link), "done", ""));
  }

  private SignedLink read(String token) {
    return links
        .read(token, USE)
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-link",
                    "Expected a link out of one of our mails, but it is none or has expired."));
  }

  private static Locale locale(SignedLink link) {
    return Locale.forLanguageTag(link.claim("locale"));
  }

  private String page(Locale locale, String what, String below) {
    return """
        <!doctype html><html lang="%s" dir="auto"><meta charset="utf-8">
        <meta name="viewport" content="width=device-width"><title>%s</title>
        <body style="font-family:sans-serif;max-width:32em;margin:3em auto;padding:0 1em">
        <h1>%s</h1><p>%s</p>%s</body></html>
        """
        .formatted(
            locale.getLanguage(),
            say("title", locale),
            say("title", locale),
            say(what, locale),
            below);
  }

  private String say(String key, Locale locale) {
    return HtmlUtils.htmlEscape(words.getMessage(key, null, locale));
  }
}
