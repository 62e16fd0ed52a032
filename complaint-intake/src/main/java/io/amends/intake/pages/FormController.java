package io.amends.intake.pages;

import io.amends.contracts.Channel;
import io.amends.contracts.RemedyType;
import io.amends.contracts.inbound.ReportedBy;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.http.Inbox;
import io.amends.intake.http.Tracking;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Json;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

/** The complaint form of a guest: no login, no app, under a minute on a phone. */
@RestController
class FormController {

  /** Who the door says called: the link is what lets a guest in. */
  private static final String CALLER = "guest-form";

  private static final int LONGEST_TEXT = 4_000;

  private final FormLinks links;
  private final Inbox inbox;
  private final Tracking tracking;
  private final GuestPages pages;
  private final HotelClock clock;

  FormController(
      FormLinks links, Inbox inbox, Tracking tracking, GuestPages pages, HotelClock clock) {
    this.links = links;
    this.inbox = inbox;
    this.tracking = tracking;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/complain/{token}")
  ResponseEntity<String> form(
      @PathVariable String token,
      @RequestParam(name = "lang", required = false) @Nullable String language,
      ServerHttpRequest request) {
    return links
        .read(token)
        .map(link -> page(token, link, language, request, UUID.randomUUID().toString(), false))
        .orElseGet(() -> gone(request));
  }

  @PostMapping(path = "/complain/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  Mono<ResponseEntity<String>> complain(@PathVariable String token, ServerWebExchange exchange) {
    FormLink link = links.read(token).orElse(null);
    if (link == null) {
      return Mono.just(gone(exchange.getRequest()));
    }
    return exchange.getFormData().flatMap(form -> send(token, link, form, exchange.getRequest()));
  }

  private Mono<ResponseEntity<String>> send(
      String token, FormLink link, MultiValueMap<String, String> form, ServerHttpRequest request) {
    String language = form.getFirst("lang");
    Locale locale = locale(language, link, request);
    String id = Objects.requireNonNullElse(form.getFirst("form"), "");
    ObjectNode body = body(link, form, locale);
    List<Flaw> flaws = inbox.check(InboundKind.COMPLAINTS, body);
    if (!id.matches("[0-9a-f-]{36}")) {
      return Mono.just(page(token, link, language, request, UUID.randomUUID().toString(), true));
    }
    if (!flaws.isEmpty()) {
      return Mono.just(page(token, link, language, request, id, true));
    }
    return Mono.fromFuture(inbox.put(InboundKind.COMPLAINTS, CALLER, id, false, body))
        .map(
            key ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(tracking.urlOf(key.toString(), locale.toLanguageTag())))
                    .<String>build())
        .onErrorResume(_ -> Mono.just(pages.later(locale)));
  }

  /** What the guest filled in, as anybody's complaint; empty fields are left out. */
  private ObjectNode body(FormLink link, MultiValueMap<String, String> form, Locale locale) {
    ObjectNode body = Json.mapper().createObjectNode();
    String now = clock.instant().toString();
    body.put("propertyId", link.propertyId());
    body.put("channel", (link.room() == null ? Channel.WEB_FORM : Channel.IN_ROOM_QR).name());
    body.put("occurredAt", now).put("detectedAt", now);
    body.put("reportedBy", ReportedBy.GUEST.name());
    put(body, "room", link.room() == null ? form.getFirst("room") : link.room());
    put(body, "stayId", link.stayId());
    String issue = form.getFirst("issue");
    put(body, "issue", "OTHER".equals(issue) ? null : issue);
    String narrative = form.getFirst("narrative");
    String outlet = link.outlet();
    String words = narrative == null || narrative.isBlank() ? "" : narrative.strip();
    String told = outlet == null ? words : "[%s] %s".formatted(outlet, words).strip();
    put(body, "narrative", told.substring(0, Math.min(told.length(), LONGEST_TEXT)));
    if (!words.isEmpty()) {
      body.put("language", locale.toLanguageTag());
    }
    put(body, "wish", form.getFirst("wish"));
    String feelings = form.getFirst("feelings");
    if (feelings != null && !feelings.isBlank()) {
      body.putObject("harm").put("feelings", feelings);
    }
    ObjectNode contact = Json.mapper().createObjectNode();
    for (String field : List.of("name", "email", "phone")) {
      put(contact, field, form.getFirst(field));
    }
    if (!contact.isEmpty()) {
      body.set("contact", contact);
    }
    return body;
  }

  private static void put(ObjectNode body, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      body.put(name, value.strip());
    }
  }

  private ResponseEntity<String> page(
      String token,
      FormLink link,
      @Nullable String language,
      ServerHttpRequest request,
      String form,
      boolean wrong) {
    Locale locale = locale(language, link, request);
    return pages.render(
        wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
        "complain",
        locale,
        Map.of(
            "token",
            token,
            "place",
            new Place(link.room(), link.outlet()),
            "groups",
            pages.issues(locale),
            "wishes",
            RemedyType.values(),
            "form",
            form,
            "wrong",
            wrong));
  }

  /** Where the form hangs. */
  record Place(@Nullable String room, @Nullable String outlet) {}

  private ResponseEntity<String> gone(ServerHttpRequest request) {
    return pages.gone(Languages.choose(null, null, wanted(request)));
  }

  private static Locale locale(@Nullable String asked, FormLink link, ServerHttpRequest request) {
    return Languages.choose(asked, link.language(), wanted(request));
  }

  static List<Locale> wanted(ServerHttpRequest request) {
    try {
      return request.getHeaders().getAcceptLanguageAsLocales();
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }
}
