package io.amends.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.domain.EventKey;
import io.amends.intake.domain.Sources;
import io.amends.kit.events.Json;
import io.amends.kit.http.AnswersById;
import io.amends.kit.http.Problem;
import io.amends.kit.security.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.StringDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many at a time: a line of NDJSON each, a line of result each, in the same order. There is no
 * limit on lines, and only so many are under way at once.
 */
@RestController
class BatchController {

  /** Ours: enough to hide the time of two commits, small enough to bound memory. */
  private static final int UNDER_WAY = 512;

  private static final Duration DECIDED_WITHIN = Duration.ofSeconds(40);

  private final Inbox inbox;
  private final AnswersById<ArrivalOutcome> outcomes;
  private final StringDecoder lines = StringDecoder.textPlainOnly(List.of("\n"), true);

  BatchController(Inbox inbox, AnswersById<ArrivalOutcome> outcomes) {
    this.inbox = inbox;
    this.outcomes = outcomes;
    lines.setMaxInMemorySize(256 * 1024);
  }

  /**
   * What became of one line.
   *
   * @param line from 1
   * @param status ACCEPTED, DUPLICATE, REFUSED, VALID, or UNKNOWN if nobody answered: send it again
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record LineResult(
      long line, @Nullable String id, @Nullable String eventKey, String status, List<Flaw> flaws) {}

  @PostMapping(path = "/complaints/batch", produces = MediaType.APPLICATION_NDJSON_VALUE)
  Flux<LineResult> complaints(
      @RequestBody Flux<DataBuffer> body,
      @RequestHeader(name = "Amends-History", defaultValue = "false") boolean history,
      @RequestParam(defaultValue = "false") boolean validate,
      @AuthenticationPrincipal Caller caller) {
    return each(InboundKind.COMPLAINTS, body, history, validate, caller);
  }

  @PostMapping(path = "/interactions/batch", produces = MediaType.APPLICATION_NDJSON_VALUE)
  Flux<LineResult> interactions(
      @RequestBody Flux<DataBuffer> body,
      @RequestHeader(name = "Amends-History", defaultValue = "false") boolean history,
      @RequestParam(defaultValue = "false") boolean validate,
      @AuthenticationPrincipal Caller caller) {
    return each(InboundKind.INTERACTIONS, body, history, validate, caller);
  }

  private Flux<LineResult> each(
      InboundKind kind, Flux<DataBuffer> body, boolean history, boolean validate, Caller caller) {
    if (history) {
      Allowed.chain(caller);
    }
    return lines
        .decode(body, ResolvableType.forClass(String.class), MimeTypeUtils.TEXT_PLAIN, null)
        .index()
        .filter(line -> !line.getT2().isBlank())
        .flatMapSequential(
            line -> one(kind, line.getT1() + 1, line.getT2(), history, validate, caller),
            UNDER_WAY);
  }

  private Mono<LineResult> one(
      InboundKind kind, long line, String text, boolean history, boolean validate, Caller caller) {
    JsonNode node;
    try {
      node = Json.mapper().readTree(text.getBytes(StandardCharsets.UTF_8));
    } catch (JacksonException _) {
      return refused(line, null, List.of(new Flaw("", "a line", "JSON")));
    }
    if (!(node instanceof ObjectNode body)) {
      return refused(line, null, List.of(new Flaw("", "no object", "an object")));
    }
    JsonNode id = body.remove("id");
    if (id == null || !id.isString() || id.asString().isBlank()) {
      return refused(line, null, List.of(new Flaw("/id", null, "an id, so that a repeat shows")));
    }
    List<Flaw> flaws = inbox.check(kind, body);
    if (!flaws.isEmpty()) {
      return refused(line, id.asString(), flaws);
    }
    try {
      Allowed.property(body, caller);
    } catch (Problem foreign) {
      String property = body.path("propertyId").asString();
      return refused(
          line,
          id.asString(),
          List.of(new Flaw("/propertyId", property, "one of the token's properties")));
    }
    return validate
        ? Mono.just(new LineResult(line, id.asString(), null, "VALID", List.of()))
        : send(kind, line, id.asString(), history, body, caller);
  }

  private Mono<LineResult> send(
      InboundKind kind, long line, String id, boolean history, ObjectNode body, Caller caller) {
    String key = EventKey.of(Sources.HTTP + "/" + caller.id(), id).toString();
    CompletableFuture<ArrivalOutcome> outcome = outcomes.answerTo(key, DECIDED_WITHIN);
    return Mono.fromFuture(inbox.put(kind, caller.id(), id, history, body))
        .then(Mono.fromFuture(outcome))
        .map(decided -> new LineResult(line, id, key, decided.result().name(), decided.flaws()))
        .onErrorResume(_ -> Mono.just(new LineResult(line, id, key, "UNKNOWN", List.of())));
  }

  private static Mono<LineResult> refused(long line, @Nullable String id, List<Flaw> flaws) {
    return Mono.just(new LineResult(line, id, null, "REFUSED", flaws));
  }
}
