package io.amends.desk.http;

import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.desk.http.CaseClient.CaseView;
import io.amends.desk.http.CaseClient.Pass;
import io.amends.desk.http.CaseClient.Reply;
import io.amends.desk.http.CaseClient.Wish;
import io.amends.desk.view.Sheet;
import io.amends.desk.words.Bundles;
import io.amends.desk.words.PromiseLine;
import io.amends.desk.words.Ring;
import io.amends.desk.words.Words;
import io.amends.kit.security.SignedLink;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.security.StaffLink;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page behind an alert: opening it shows, the tap acts. No login, no script, any phone. */
@Controller
class StaffLinkController {

  /** What a tap may say without a word beside it. */
  private static final Set<String> OFFERED = Set.of("ACKNOWLEDGE", "APOLOGISE", "FIX_DONE");

  private final SignedLinks links;
  private final CaseClient cases;
  private final Bundles bundles;

  StaffLinkController(SignedLinks links, CaseClient cases, Bundles bundles) {
    this.links = links;
    this.cases = cases;
    this.bundles = bundles;
  }

  /**
   * What the page tells of a case.
   *
   * @param verbs that are left to tap
   * @param used what the link was good for and is done, and when
   * @param came what came of a tap; empty: nobody tapped
   */
  record Page(
      String language,
      String direction,
      String property,
      String room,
      String issue,
      String severity,
      String origin,
      String known,
      Ring ring,
      String tier,
      String exposure,
      List<PromiseLine> promises,
      List<String> verbs,
      List<String> used,
      String came) {}

  @GetMapping("/t/{token}")
  Mono<Rendering> show(@PathVariable String token, Locale locale) {
    return opened(token)
        .flatMap(link -> render(token, link, null, locale))
        .defaultIfEmpty(gone(locale));
  }

  @PostMapping("/t/{token}/{verb}")
  Mono<Rendering> tap(@PathVariable String token, @PathVariable String verb, Locale locale) {
    return opened(token)
        .filter(link -> verbsOf(link).contains(verb))
        .flatMap(
            link ->
                cases
                    .ask(
                        Pass.link(token),
                        new Wish(
                            link.claim("guest"),
                            link.claim("case"),
                            Verb.valueOf(verb),
                            null,
                            commandId(token, verb)))
                    .flatMap(reply -> render(token, link, reply, locale)))
        .defaultIfEmpty(gone(locale));
  }

  private Mono<SignedLink> opened(String token) {
    return Mono.justOrEmpty(links.read(token, StaffLink.USE));
  }

  private Mono<Rendering> render(
      String token, SignedLink link, @Nullable Reply reply, Locale locale) {
    return cases
        .read(Pass.link(token), link.claim("guest"), link.claim("case"))
        .map(
            view ->
                view.map(
                        known ->
                            Rendering.view("staff-link")
                                .modelAttribute("page", page(known, link, reply, locale))
                                .modelAttribute("token", token)
                                .build())
                    .orElseGet(() -> gone(locale)));
  }

  private Rendering gone(Locale locale) {
    Words words = bundles.in(locale);
    return Rendering.view("staff-link-gone")
        .modelAttribute("language", words.locale().toLanguageTag())
        .modelAttribute("direction", words.direction())
        .status(HttpStatus.GONE)
        .build();
  }

  private Page page(CaseView view, SignedLink link, @Nullable Reply reply, Locale locale) {
    Sheet sheet = view.sheet();
    Words words = bundles.in(locale);
    ZoneId zone = ZoneId.of(sheet.zone().id());
    return new Page(
        words.locale().toLanguageTag(),
        words.direction(),
        sheet.property(),
        sheet.room() == null ? "" : words.of("room", sheet.room()),
        words.of("issue." + sheet.issue()),
        words.of("severity." + sheet.severity()),
        words.of("origin." + sheet.origin()),
        words.of("known.since", words.hour(sheet.detectedAt(), zone)),
        Ring.of(sheet, view.asOf()),
        words.of("tier." + sheet.tier()),
        sheet.standing().map(tier -> words.money(tier.exposure())).orElse(""),
        PromiseLine.all(sheet, words),
        verbsOf(link).stream().filter(verb -> isOpen(verb, sheet)).toList(),
        verbsOf(link).stream()
            .flatMap(
                verb ->
                    Stream.ofNullable(doneAt(verb, sheet))
                        .map(
                            at ->
                                words.of(
                                    "link.used", words.of("link." + verb), words.hour(at, zone))))
            .toList(),
        reply == null ? "" : words.of("link.came." + reply.came()));
  }

  private static boolean isOpen(String verb, Sheet sheet) {
    return sheet.open() && OFFERED.contains(verb) && doneAt(verb, sheet) == null;
  }

  /** When it was done; null if it is still to do. */
  private static @Nullable Instant doneAt(String verb, Sheet sheet) {
    return switch (Verb.valueOf(verb)) {
      case ACKNOWLEDGE -> sheet.acknowledgedAt();
      case APOLOGISE -> sheet.apologisedAt();
      case FIX_DONE -> sheet.fixedAt();
      default -> null;
    };
  }

  private static List<String> verbsOf(SignedLink link) {
    return Arrays.asList(link.claim("verbs").split(",", -1));
  }

  /** The same tap has the same id, so that a second one changes nothing. */
  private static String commandId(String token, String verb) {
    return UUID.nameUUIDFromBytes((token + '/' + verb).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
