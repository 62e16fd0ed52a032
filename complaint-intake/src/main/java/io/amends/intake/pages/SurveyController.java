package io.amends.intake.pages;

import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.http.Inbox;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Json;
import io.amends.kit.security.SignedLinks;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a guest says how it was, by the link in a letter. Opening it changes nothing; the first
 * answer to a letter counts, and another one says the same to whoever gives it.
 */
@RestController
class SurveyController {

  /** Who the door says called, if somebody answers. */
  private static final String CALLER = "survey";

  private static final int LONGEST_COMMENT = 4_000;

  /** Of a recovery, each 1 to 5: the three justices, and whether the guest is content. */
  private static final List<String> OF_FIVE =
      List.of("outcomeJustice", "proceduralJustice", "interactionalJustice", "satisfaction");

  private static final List<Integer> FIVE = IntStream.rangeClosed(1, 5).boxed().toList();
  private static final List<Integer> TEN = IntStream.rangeClosed(0, 10).boxed().toList();

  private final SignedLinks links;
  private final Inbox inbox;
  private final GuestPages pages;
  private final HotelClock clock;

  SurveyController(SignedLinks links, Inbox inbox, GuestPages pages, HotelClock clock) {
    this.links = links;
    this.inbox = inbox;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/survey/{token}")
  ResponseEntity<String> ask(
      @PathVariable String token,
      @RequestParam(name = "lang", required = false) @Nullable String language,
      ServerHttpRequest request) {
    List<Locale> wanted = FormController.wanted(request);
    SurveyLink link = links.read(token, SurveyLink.USE).map(SurveyLink::of).orElse(null);
    return link == null
        ? pages.gone(Languages.choose(language, null, wanted))
        : page(token, link, Languages.choose(language, link.language(), wanted), Map.of());
  }

  @PostMapping(path = "/survey/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  Mono<ResponseEntity<String>> answer(@PathVariable String token, ServerWebExchange exchange) {
    List<Locale> wanted = FormController.wanted(exchange.getRequest());
    SurveyLink link = links.read(token, SurveyLink.USE).map(SurveyLink::of).orElse(null);
    return link == null
        ? Mono.just(pages.gone(Languages.choose(null, null, wanted)))
        : exchange
            .getFormData()
            .flatMap(
                form ->
                    answer(
                        token,
                        link,
                        form,
                        Languages.choose(form.getFirst("lang"), link.language(), wanted)));
  }

  private Mono<ResponseEntity<String>> answer(
      String token, SurveyLink link, MultiValueMap<String, String> form, Locale locale) {
    ObjectNode body = body(link, form);
    List<Flaw> flaws = inbox.check(InboundKind.INTERACTIONS, body);
    if (!flaws.isEmpty() || !questions(link).stream().allMatch(body::has)) {
      return Mono.just(page(token, link, locale, form.toSingleValueMap()));
    }
    int score = body.path("score").asInt();
    return Mono.fromFuture(
            inbox.put(
                InboundKind.INTERACTIONS,
                CALLER,
                link.guest() + "/" + link.message(), // companions have one stay and two letters
                false,
                body))
        .map(_ -> thanks(locale, score))
        .onErrorResume(_ -> Mono.just(pages.later(locale)));
  }

  private ResponseEntity<String> thanks(Locale locale, int score) {
    String notice = score <= askCommentAt() ? "thanks.sorry" : "thanks";
    return pages.render(HttpStatus.OK, "notice", locale, Map.of("notice", notice));
  }

  private static List<String> questions(SurveyLink link) {
    return link.kind() == SurveyLink.Kind.RECOVERY
        ? List.of("outcomeJustice", "proceduralJustice", "interactionalJustice", "score")
        : List.of("score");
  }

  private ObjectNode body(SurveyLink link, MultiValueMap<String, String> form) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("kind", InteractionKind.SURVEY_ANSWERED.name());
    body.put("guestId", link.guest()).put("occurredAt", clock.instant().toString());
    put(body, "propertyId", link.propertyId());
    put(body, "caseId", link.caseId());
    put(body, "stayId", link.stayId());
    if (link.kind() == SurveyLink.Kind.RECOVERY) {
      OF_FIVE.forEach(question -> number(body, question, form, FIVE));
    }
    number(body, "score", form, TEN);
    String comment = form.getFirst("comment");
    if (comment != null && !comment.isBlank()) {
      String words = comment.strip();
      body.put("comment", words.substring(0, Math.min(words.length(), LONGEST_COMMENT)));
    }
    return body;
  }

  private static void put(ObjectNode body, String name, @Nullable String value) {
    if (value != null) {
      body.put(name, value);
    }
  }

  private static void number(
      ObjectNode body, String question, MultiValueMap<String, String> form, List<Integer> range) {
    String answer = form.getFirst(question);
    range.stream()
        .filter(number -> number.toString().equals(answer))
        .forEach(number -> body.put(question, number));
  }

  /**
   * The questions.
   *
   * @param answered what was chosen already, if the form came back incomplete
   */
  private ResponseEntity<String> page(
      String token, SurveyLink link, Locale locale, Map<String, String> answered) {
    Map<String, Object> model = new HashMap<>();
    model.put("token", token);
    model.put("kind", link.kind().name());
    model.put("hotel", link.hotel());
    model.put("questions", link.kind() == SurveyLink.Kind.RECOVERY ? OF_FIVE : List.of());
    model.put("five", FIVE);
    model.put("ten", TEN);
    model.put("commentAt", TEN.subList(0, Math.min(askCommentAt(), 10) + 1));
    model.put("answered", answered);
    model.put("wrong", !answered.isEmpty());
    HttpStatus status = answered.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    return pages.render(status, "survey", locale, model);
  }

  private int askCommentAt() {
    return pages.policy().surveys().comment().askIfScoreAtMost();
  }
}
