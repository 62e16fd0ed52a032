package io.amends.intake.pages;

import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.intake.http.Tracking;
import io.amends.intake.stream.CaseView;
import io.amends.intake.stream.CaseView.Promised;
import io.amends.intake.stream.CaseViewFormat;
import io.amends.intake.stream.IntakeTopology;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.http.Problem;
import io.amends.kit.security.SignedLink;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was promised to a guest, by when, and what has happened since; nothing internal. */
@RestController
class TrackController {

  /** What is between the hotel and its guest; the rest is how the house works. */
  static final Set<Clock> SHOWN =
      EnumSet.complementOf(
          EnumSet.of(
              Clock.DEPARTMENT_ACCEPTS,
              Clock.APPROVAL,
              Clock.PUBLIC_UNANSWERED,
              Clock.FOLLOW_UP_ANSWER));

  private final Tracking tracking;
  private final OwnerRouting owners;
  private final GuestPages pages;

  TrackController(Tracking tracking, OwnerRouting owners, GuestPages pages) {
    this.tracking = tracking;
    this.owners = owners;
    this.pages = pages;
  }

  /**
   * One promise as the guest reads it.
   *
   * @param state RUNNING, MET, BREACHED …
   * @param hour by when, or when it was kept, at the hotel
   */
  record Line(String clock, String state, String hour) {}

  /** Something that has happened. */
  record Step(String what, String hour) {}

  @GetMapping("/track/{token}")
  Mono<ResponseEntity<Object>> show(
      @PathVariable String token,
      @RequestParam(name = "lang", required = false) @Nullable String language,
      ServerHttpRequest request) {
    SignedLink link = tracking.read(token).orElse(null);
    String linked = link == null ? null : Tracking.languageOf(link);
    Locale locale = Languages.choose(language, linked, FormController.wanted(request));
    if (link == null) {
      return Mono.just(asObject(pages.gone(locale)));
    }
    String complaintId = Tracking.complaintOf(link);
    return owners
        .read(
            IntakeTopology.TRACKED,
            complaintId,
            request,
            () -> asObject(page(token, complaintId, locale)))
        .onErrorResume(Problem.class, _ -> Mono.just(asObject(pages.later(locale))));
  }

  private static ResponseEntity<Object> asObject(ResponseEntity<String> page) {
    return ResponseEntity.status(page.getStatusCode())
        .headers(page.getHeaders())
        .body(page.getBody());
  }

  private ResponseEntity<String> page(String token, String complaintId, Locale locale) {
    ReadOnlyKeyValueStore<String, byte[]> tracked = owners.store(IntakeTopology.TRACKED);
    CaseView view = CaseViewFormat.readOrNull(tracked.get(complaintId));
    Map<String, Object> model = new HashMap<>();
    model.put("token", token);
    model.put("number", complaintId.substring(0, 8).toUpperCase(Locale.ROOT));
    model.put("known", view != null);
    if (view != null) {
      DateTimeFormatter hour =
          DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
              .withLocale(locale)
              .withZone(ZoneId.of(view.zone().id()));
      model.put("issue", "issue." + view.issue());
      model.put("closed", view.closed());
      model.put("promises", promises(view, hour));
      model.put("steps", steps(view, hour));
    }
    return pages.render(HttpStatus.OK, "track", locale, model);
  }

  private static List<Line> promises(CaseView view, DateTimeFormatter hour) {
    return view.promises().stream()
        .filter(promise -> SHOWN.contains(promise.clock()))
        .sorted(
            Comparator.comparing(Promised::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
        .map(promise -> line(promise, hour))
        .toList();
  }

  /** One that stands still has no hour: it waits for the guest. */
  private static Line line(Promised promise, DateTimeFormatter hour) {
    Instant kept = promise.result() == ClockState.Result.MET ? promise.at() : null;
    Instant at = kept == null ? promise.dueAt() : kept;
    boolean waits = at == null && promise.result() == ClockState.Result.RUNNING;
    return new Line(
        "track.clock." + promise.clock(),
        waits ? "PAUSED" : promise.result().name(),
        at == null ? "" : hour.format(at));
  }

  private static List<Step> steps(CaseView view, DateTimeFormatter hour) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("track.step.KNOWN", hour.format(view.knownAt())));
    add(steps, "ACKNOWLEDGED", view.acknowledgedAt(), hour);
    add(steps, "APOLOGISED", view.apologisedAt(), hour);
    add(steps, "FIXED", view.fixedAt(), hour);
    add(steps, "MADE_GOOD", view.madeGoodAt(), hour);
    return steps;
  }

  private static void add(
      List<Step> steps, String what, @Nullable Instant at, DateTimeFormatter hour) {
    if (at != null) {
      steps.add(new Step("track.step." + what, hour.format(at)));
    }
  }
}
