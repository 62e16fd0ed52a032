package io.amends.intake.http;

import io.amends.contracts.inbound.ReferenceSent;
import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ArrivalOutcome.Result;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.stream.ReferenceExpander;
import io.amends.kit.events.Json;
import io.amends.kit.http.AnswersById;
import io.amends.kit.security.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reference data: properties, rosters, guests, rates, the policy. */
@RestController
class ReferenceController {

  private static final Duration APPLIED_WITHIN = Duration.ofSeconds(10);

  private final Inbox inbox;
  private final ReferenceExpander references;
  private final AnswersById<ArrivalOutcome> outcomes;

  ReferenceController(
      Inbox inbox, ReferenceExpander references, AnswersById<ArrivalOutcome> outcomes) {
    this.inbox = inbox;
    this.references = references;
    this.outcomes = outcomes;
  }

  /** What was applied, by kind. */
  record Applied(Map<String, Integer> applied) {}

  @PutMapping("/reference")
  Mono<ResponseEntity<Object>> apply(
      @RequestBody byte[] bytes, @AuthenticationPrincipal Caller caller) {
    Allowed.chain(caller);
    JsonNode body = Bodies.read(bytes);
    List<Flaw> flaws = new ArrayList<>(inbox.check(InboundKind.REFERENCE, body));
    if (flaws.isEmpty()) {
      flaws.addAll(references.check(Json.mapper().treeToValue(body, ReferenceSent.class)));
    }
    if (!flaws.isEmpty()) {
      throw Bodies.refused(flaws);
    }
    String id = UUID.randomUUID().toString();
    return Mono.fromFuture(inbox.put(InboundKind.REFERENCE, caller.id(), id, false, body))
        .flatMap(key -> Mono.fromFuture(outcome(key)))
        .map(outcome -> answer(outcome, body))
        .onErrorMap(Bodies::unavailable);
  }

  private CompletableFuture<ArrivalOutcome> outcome(UUID key) {
    return outcomes.answerTo(key.toString(), APPLIED_WITHIN);
  }

  private static ResponseEntity<Object> answer(ArrivalOutcome outcome, JsonNode body) {
    if (outcome.result() == Result.REFUSED) {
      throw Bodies.refused(outcome.flaws());
    }
    Map<String, Integer> counts = new java.util.TreeMap<>();
    body.properties()
        .forEach(
            part ->
                counts.put(part.getKey(), part.getValue().isArray() ? part.getValue().size() : 1));
    return ResponseEntity.ok(new Applied(counts));
  }
}
