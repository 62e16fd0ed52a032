package io.amends.intake.http;

import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ArrivalOutcome.Result;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.domain.Source;
import io.amends.intake.stream.ReferenceCheck;
import io.amends.kit.documents.Document;
import io.amends.kit.documents.Unreadable;
import io.amends.kit.http.AnswersById;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reference data: properties, rosters, guests, rates, the policy. */
@RestController
@AllowedRoles(
    value = {"HEAD_OFFICE", "OPERATIONS", "INTEGRATOR"},
    everywhere = true)
class ReferenceController {

  private static final Duration APPLIED_WITHIN = Duration.ofSeconds(10);

  private final Inbox inbox;
  private final ReferenceCheck references;
  private final AnswersById<ArrivalOutcome> outcomes;

  ReferenceController(
      Inbox inbox, ReferenceCheck references, AnswersById<ArrivalOutcome> outcomes) {
    this.inbox = inbox;
    this.references = references;
    this.outcomes = outcomes;
  }

  /** What was applied, by kind. */
  record Applied(Map<String, Integer> applied) {}

  @PutMapping(path = "/reference", consumes = MediaType.APPLICATION_YAML_VALUE)
  Mono<ResponseEntity<Object>> applyYaml(
      @RequestBody Flux<DataBuffer> body,
      @RequestParam(defaultValue = "false") boolean validate,
      @AuthenticationPrincipal Caller caller) {
    return Bodies.whole(body)
        .map(ReferenceController::yaml)
        .flatMap(read -> checkedAndApplied(read, validate, caller));
  }

  @PutMapping("/reference")
  Mono<ResponseEntity<Object>> applyJson(
      @RequestBody Flux<DataBuffer> body,
      @RequestParam(defaultValue = "false") boolean validate,
      @AuthenticationPrincipal Caller caller) {
    return Bodies.whole(body)
        .map(Bodies::read)
        .flatMap(read -> checkedAndApplied(read, validate, caller));
  }

  private static JsonNode yaml(byte[] bytes) {
    try {
      return Document.ofYaml(new String(bytes, StandardCharsets.UTF_8)).root();
    } catch (Unreadable unreadable) {
      String found = "%s at %s".formatted(unreadable.found(), unreadable.place());
      throw Bodies.refused(List.of(new Flaw("", found, unreadable.expected())));
    }
  }

  private Mono<ResponseEntity<Object>> checkedAndApplied(
      JsonNode body, boolean validate, Caller caller) {
    List<Flaw> flaws = inbox.check(InboundKind.REFERENCE, body);
    // whether a policy's version is taken is known to the door alone
    List<Flaw> more = flaws.isEmpty() ? references.flaws(body, Source.HTTP, _ -> null) : List.of();
    if (!flaws.isEmpty() || !more.isEmpty()) {
      throw Bodies.refused(flaws.isEmpty() ? more : flaws);
    }
    return validate ? Mono.just(ResponseEntity.ok(Map.of("valid", true))) : apply(body, caller);
  }

  private Mono<ResponseEntity<Object>> apply(JsonNode body, Caller caller) {
    String id = UUID.randomUUID().toString();
    UUID key = Inbox.keyOf(caller.id(), id);
    CompletableFuture<ArrivalOutcome> outcome =
        outcomes.answerTo(key.toString(), APPLIED_WITHIN); // before it is sent, else it is missed
    return Mono.fromFuture(inbox.put(InboundKind.REFERENCE, caller.id(), id, false, body))
        .then(Mono.fromFuture(outcome))
        .map(answer -> answer(answer, body))
        .onErrorMap(Bodies::unavailable);
  }

  private static ResponseEntity<Object> answer(ArrivalOutcome outcome, JsonNode body) {
    if (outcome.result() == Result.REFUSED) {
      throw Bodies.refused(outcome.flaws());
    }
    Map<String, Integer> counts = new TreeMap<>();
    body.properties()
        .forEach(
            part ->
                counts.put(part.getKey(), part.getValue().isArray() ? part.getValue().size() : 1));
    return ResponseEntity.ok(new Applied(counts));
  }
}
