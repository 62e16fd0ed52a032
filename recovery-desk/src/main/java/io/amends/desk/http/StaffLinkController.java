package io.amends.desk.http;

import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.desk.http.CaseClient.Came;
import io.amends.desk.http.CaseClient.CaseView;
import io.amends.kit.security.SignedLink;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.security.StaffLink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page behind an alert: opening it shows, the tap acts. No login, any phone. */
@Controller
class StaffLinkController {

  private final SignedLinks links;
  private final CaseClient cases;

  StaffLinkController(SignedLinks links, CaseClient cases) {
    this.links = links;
    this.cases = cases;
  }

  /** A promise as the page tells it: by its word, its hour at the hotel, and what became of it. */
  record PromiseLine(String clock, String dueAt, String result, long minutesLeft) {}

  /** What the page tells of a case. */
  record Page(
      String property,
      String room,
      String issue,
      String severity,
      String origin,
      String tier,
      String factor,
      String detectedAt,
      List<PromiseLine> promises,
      List<String> verbs) {}

  @GetMapping("/t/{token}")
  Mono<Rendering> show(@PathVariable String token) {
    return opened(token).flatMap(link -> render(token, link, null)).defaultIfEmpty(gone());
  }

  @PostMapping("/t/{token}/{verb}")
  Mono<Rendering> tap(@PathVariable String token, @PathVariable String verb) {
    return opened(token)
        .filter(link -> verbsOf(link).contains(verb))
        .flatMap(
            link ->
                cases
                    .ask(
                        token,
                        link.claim("guest"),
                        link.claim("case"),
                        Verb.valueOf(verb),
                        commandId(token, verb))
                    .flatMap(came -> render(token, link, came)))
        .defaultIfEmpty(gone());
  }

  private Mono<SignedLink> opened(String token) {
    return Mono.justOrEmpty(links.read(token, StaffLink.USE));
  }

  private Mono<Rendering> render(
      String token, SignedLink link, @org.jspecify.annotations.Nullable Came came) {
    return cases
        .read(token, link.claim("guest"), link.claim("case"))
        .map(
            view ->
                view.map(
                        known ->
                            Rendering.view("staff-link")
                                .modelAttribute("page", page(known, link))
                                .modelAttribute("token", token)
                                .modelAttribute("came", came == null ? "" : came.name())
                                .build())
                    .orElseGet(StaffLinkController::gone));
  }

  private static Rendering gone() {
    return Rendering.view("staff-link-gone").status(HttpStatus.GONE).build();
  }

  private static Page page(CaseView view, SignedLink link) {
    CaseSnapshot snapshot = view.snapshot();
    var facts = snapshot.facts();
    ZoneId zone = ZoneId.of(facts.place().zone().id());
    DateTimeFormatter hour = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    return new Page(
        facts.place().propertyId().value(),
        Optional.ofNullable(facts.room()).orElse("–"),
        "issue." + facts.issue(),
        "severity." + facts.severity(),
        "origin." + facts.origin(),
        "tier." + snapshot.tier(),
        snapshot.tiers().stream()
            .filter(start -> start.tier() == snapshot.tier())
            .map(start -> start.factor().toPlainString())
            .findFirst()
            .orElse(""),
        hour.format(facts.detectedAt().atZone(zone)),
        snapshot.promises().stream()
            .filter(promise -> promise.cycle() == snapshot.now().cycle())
            .flatMap(promise -> Stream.ofNullable(promise.dueAt()).map(at -> new Due(promise, at)))
            .sorted(Comparator.comparing(Due::at))
            .map(due -> line(due, view, zone, hour))
            .toList(),
        verbsOf(link).stream().filter(verb -> isOpen(verb, snapshot)).toList());
  }

  private static PromiseLine line(Due due, CaseView view, ZoneId zone, DateTimeFormatter hour) {
    return new PromiseLine(
        "clock." + due.promise().clock(),
        hour.format(due.at().atZone(zone)),
        due.promise().result().name(),
        Math.max(0, Duration.between(view.asOf(), due.at()).toMinutes()));
  }

  /** A promise that has its hour; one that stands still has none to show. */
  private record Due(ClockState promise, Instant at) {}

  private static boolean isOpen(String verb, CaseSnapshot snapshot) {
    return snapshot.standing() == CaseSnapshot.Standing.OPEN
        && switch (Verb.valueOf(verb)) {
          case ACKNOWLEDGE -> snapshot.acknowledgedAt() == null;
          case APOLOGISE -> snapshot.apologisedAt() == null;
          case FIX_DONE -> snapshot.fixedAt() == null;
          case UPDATE_GUEST,
              GRANT_REMEDY,
              REMEDY_REACHED,
              SET_ROOT_CAUSE,
              FOLLOW_UP_ANSWERED,
              HAND_OVER,
              ACCEPT_HAND_OVER,
              PAUSE,
              RESUME,
              ANSWER_PUBLICLY,
              ANSWER_AUTHORITY,
              REOPEN,
              CLOSE ->
              false;
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
