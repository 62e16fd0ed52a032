package io.amends.intake.http;

import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.domain.Fingerprint;
import io.amends.intake.http.BatchController.LineResult;
import io.amends.intake.schema.InboundSchemas;
import io.amends.intake.schema.NotJson;
import io.amends.intake.stream.Trial;
import io.amends.kit.events.Json;
import io.amends.kit.http.AnswersById;
import io.amends.kit.http.Problem;
import io.amends.kit.publish.Publisher;
import io.amends.kit.security.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks the lines of a batch, sends what is good, and waits for what becomes of each. */
@Component
class BatchSender {

  /** Longer than anything waits at the door for its hotel to become known. */
  private static final Duration DECIDED_WITHIN = Duration.ofSeconds(40);

  /** A batch that is faster than the broker waits its turn; {@link #DECIDED_WITHIN} ends it. */
  private static final Retry ITS_TURN =
      Retry.backoff(200, Duration.ofMillis(20))
          .maxBackoff(Duration.ofMillis(500))
          .filter(Publisher.Overloaded.class::isInstance);

  private static final int LONGEST_ID = 200;

  private final Inbox inbox;
  private final AnswersById<ArrivalOutcome> outcomes;
  private final UnknownHotels unknownHotels;
  private final Validation validation;

  BatchSender(
      Inbox inbox,
      AnswersById<ArrivalOutcome> outcomes,
      UnknownHotels unknownHotels,
      Validation validation) {
    this.inbox = inbox;
    this.outcomes = outcomes;
    this.unknownHotels = unknownHotels;
    this.validation = validation;
  }

  /**
   * Begins one.
   *
   * @param validating by which request it is only to be said what would become of it; null: it is
   *     sent
   */
  Batch begin(
      InboundKind kind, boolean history, Caller caller, @Nullable ServerHttpRequest validating) {
    return new Batch(kind, history, caller, validating);
  }

  /** One request. */
  final class Batch {

    private final InboundKind kind;
    private final boolean history;
    private final Caller caller;
    private final @Nullable ServerHttpRequest validating;
    private final LinesTried tried = new LinesTried();

    /** Two lines of one id go one after the other, so that each gets its own answer. */
    private final Map<String, CompletableFuture<LineResult>> underWay = new ConcurrentHashMap<>();

    private Batch(
        InboundKind kind, boolean history, Caller caller, @Nullable ServerHttpRequest validating) {
      this.kind = kind;
      this.history = history;
      this.caller = caller;
      this.validating = validating;
    }

    /**
     * Takes a line, which must follow the one before: emits, once its record has its place, what
     * will become of it.
     */
    Mono<Mono<LineResult>> take(long line, byte[] bytes) {
      JsonNode node;
      try {
        node = InboundSchemas.read(bytes);
      } catch (JacksonException unreadable) {
        return refused(line, null, NotJson.flaw(unreadable, bytes.length));
      }
      if (!(node instanceof ObjectNode body)) {
        return refused(line, null, new Flaw("", "no object", "an object"));
      }
      JsonNode id = body.remove("id");
      Optional<Flaw> badId = checkId(id);
      if (id == null || badId.isPresent()) {
        return refused(line, null, badId.orElseThrow());
      }
      List<Flaw> flaws = flaws(body);
      if (!flaws.isEmpty()) {
        return Mono.just(Mono.just(LineResult.refused(line, id.asString(), flaws)));
      }
      return validating == null
          ? inTurn(line, id.asString(), body)
          : Mono.just(tryOut(line, id.asString(), body, validating));
    }

    /** What would become of a line, the lines before it having been sent. */
    private Mono<LineResult> tryOut(
        long line, String id, ObjectNode body, ServerHttpRequest request) {
      Trial repeat = tried.before(id, Fingerprint.of(Json.bytes(body)));
      Mono<Trial> trial =
          repeat == null
              ? validation
                  .of(new Validation.Event(kind, body, id, history), caller, request)
                  .doOnNext(outcome -> tried.note(id, outcome))
              : Mono.just(repeat);
      return trial.map(outcome -> LineResult.validated(line, id, outcome));
    }

    private List<Flaw> flaws(ObjectNode body) {
      List<Flaw> flaws = inbox.check(kind, body);
      if (!flaws.isEmpty()) {
        return flaws;
      }
      try {
        Allowed.property(body, caller);
      } catch (Problem foreign) {
        String property = body.path("propertyId").asString();
        return List.of(new Flaw("/propertyId", property, "one of the token's properties"));
      }
      return unknownHotels.check(body).map(List::of).orElse(List.of());
    }

    private Mono<Mono<LineResult>> inTurn(long line, String id, ObjectNode body) {
      CompletableFuture<LineResult> mine = new CompletableFuture<>();
      CompletableFuture<LineResult> before = underWay.put(id, mine);
      Mono<Mono<LineResult>> sent =
          send(line, id, body)
              .map(
                  result -> {
                    result
                        .doFinally(_ -> underWay.remove(id, mine))
                        .subscribe(mine::complete, mine::completeExceptionally);
                    return Mono.fromFuture(mine);
                  });
      return before == null ? sent : Mono.fromFuture(before, true).then(sent);
    }

    private Mono<Mono<LineResult>> send(long line, String id, ObjectNode body) {
      String key = Inbox.keyOf(caller.id(), id).toString();
      return Mono.fromCallable(
              () -> {
                CompletableFuture<ArrivalOutcome> outcome = outcomes.answerTo(key, DECIDED_WITHIN);
                CompletableFuture<UUID> put = inbox.put(kind, caller.id(), id, history, body);
                if (put.isCompletedExceptionally()
                    && put.exceptionNow() instanceof Publisher.Overloaded overloaded) {
                  throw overloaded;
                }
                return Mono.fromFuture(put).then(Mono.fromFuture(outcome));
              })
          .retryWhen(ITS_TURN)
          .map(
              outcome ->
                  outcome
                      .doOnNext(decided -> unknownHotels.note(body, decided.flaws()))
                      .map(
                          decided ->
                              LineResult.sent(
                                  line, id, key, decided.result().name(), decided.flaws()))
                      .onErrorReturn(LineResult.sent(line, id, key, "UNKNOWN", List.of())))
          .onErrorReturn(Mono.just(LineResult.sent(line, id, key, "UNKNOWN", List.of())));
    }
  }

  private static Optional<Flaw> checkId(@Nullable JsonNode id) {
    String expected = "an id of 1 to %d characters, so that a repeat shows".formatted(LONGEST_ID);
    if (id == null || !(id.isString() || id.isIntegralNumber()) || id.asString().isBlank()) {
      return Optional.of(new Flaw("/id", null, expected));
    }
    String text = id.asString();
    boolean good = text.length() <= LONGEST_ID && text.chars().noneMatch(Character::isISOControl);
    return good
        ? Optional.empty()
        : Optional.of(new Flaw("/id", "%d characters".formatted(text.length()), expected));
  }

  private static Mono<Mono<LineResult>> refused(long line, @Nullable String id, Flaw flaw) {
    return Mono.just(Mono.just(LineResult.refused(line, id, List.of(flaw))));
  }
}
