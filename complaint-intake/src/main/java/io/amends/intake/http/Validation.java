package io.amends.intake.http;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.domain.Fingerprint;
import io.amends.intake.domain.TravelKey;
import io.amends.intake.http.ValidationController.Before;
import io.amends.intake.http.ValidationController.Found;
import io.amends.intake.stream.IntakeTopology;
import io.amends.intake.stream.Trial;
import io.amends.intake.stream.Trials;
import io.amends.kit.events.Json;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.http.Problem;
import io.amends.kit.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * What would become of an event: by its schema, by whether it came before, by the door's own rules,
 * and by who is found in the directory, wherever in the service that lies. Nothing is written.
 */
@Component
class Validation {

  private final Inbox inbox;
  private final Trials trials;
  private final OwnerRouting owners;
  private final ValidationController parts;

  Validation(Inbox inbox, Trials trials, OwnerRouting owners, ValidationController parts) {
    this.inbox = inbox;
    this.trials = trials;
    this.owners = owners;
    this.parts = parts;
  }

  /**
   * Who asks about what.
   *
   * @param id of the event; null: it has none yet, so it was never sent
   * @param history whether it is said to be the past
   */
  record Event(InboundKind kind, JsonNode body, @Nullable String id, boolean history) {}

  Mono<Trial> of(Event event, Caller caller, ServerHttpRequest request) {
    List<Flaw> flaws = inbox.check(event.kind(), event.body());
    if (!flaws.isEmpty()) {
      return Mono.just(Trial.refused(flaws));
    }
    byte[] body = Json.bytes(event.body());
    String id = event.id();
    UUID key = Inbox.keyOf(caller.id(), id == null ? "" : id);
    Mono<Trial> anew = Mono.defer(() -> anew(event, key, body, request));
    return (id == null ? anew : before(event, key, body, request).switchIfEmpty(anew))
        .subscribeOn(Schedulers.boundedElastic())
        .onErrorMap(InvalidStateStoreException.class, _ -> notNow());
  }

  /** Empty if it did not come before. */
  private Mono<Trial> before(Event event, UUID key, byte[] body, ServerHttpRequest request) {
    String guest = event.body().path("guestId").asString(null);
    String travels = TravelKey.of(event.kind(), key, guest);
    long fingerprint = Fingerprint.of(body);
    String path =
        UriComponentsBuilder.fromPath("/validation/repeats")
            .queryParam("eventKey", key)
            .queryParam("travelKey", "{travels}")
            .queryParam("fingerprint", fingerprint)
            .encode()
            .buildAndExpand(travels)
            .toUriString();
    return owners
        .read(
            IntakeTopology.SEEN,
            travels,
            path,
            request,
            () -> ResponseEntity.ok(parts.lookBack(key, fingerprint)))
        .map(answer -> answered(answer, Before.class))
        .flatMap(before -> Mono.justOrEmpty(before.trial()));
  }

  private Mono<Trial> anew(Event event, UUID key, byte[] body, ServerHttpRequest request) {
    Trials.Judged judged = trials.judge(event.kind(), key, event.history(), body);
    return Flux.fromIterable(judged.keys())
        .concatMap(at -> found(at, judged.at(), request).filter(Found::found).map(_ -> at))
        .next()
        .map(at -> judged.trial().foundBy(Trials.by(at)))
        .defaultIfEmpty(judged.trial());
  }

  private Mono<Found> found(String key, Instant at, ServerHttpRequest request) {
    String path =
        UriComponentsBuilder.fromPath("/validation/guests")
            .queryParam("key", "{key}")
            .queryParam("at", at)
            .encode()
            .buildAndExpand(key)
            .toUriString();
    return owners
        .read(
            Trials.storeOf(key), key, path, request, () -> ResponseEntity.ok(parts.lookUp(key, at)))
        .map(answer -> answered(answer, Found.class));
  }

  /** What this instance answered, or another. */
  private static <T> T answered(ResponseEntity<Object> answer, Class<T> type) {
    Object body = answer.getBody();
    if (!answer.getStatusCode().is2xxSuccessful() || body == null) {
      throw notNow();
    }
    return body instanceof byte[] bytes ? Json.read(bytes, type) : type.cast(body);
  }

  private static Problem notNow() {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "try-again",
            "Expected all of the service to answer, but parts are moving between instances.")
        .retryAfter(1);
  }
}
