package io.amends.intake.http;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import io.amends.kit.http.Problem;
import io.amends.kit.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Complaints and interactions, one at a time. */
@RestController
class ReportController {

  private final Inbox inbox;
  private final Tracking tracking;

  ReportController(Inbox inbox, Tracking tracking) {
    this.inbox = inbox;
    this.tracking = tracking;
  }

  /** What was taken in: its number, and where one can see what becomes of it. */
  record Taken(String complaintId, String trackingUrl) {}

  @PostMapping("/complaints")
  Mono<ResponseEntity<Object>> complaint(
      @RequestBody byte[] body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(defaultValue = "false") boolean validate,
      @AuthenticationPrincipal Caller caller) {
    return take(InboundKind.COMPLAINTS, body, key, validate, caller)
        .map(id -> accepted(new Taken(id.toString(), tracking.urlOf(id.toString()))))
        .defaultIfEmpty(ResponseEntity.ok(Map.of("valid", true)));
  }

  @PostMapping("/interactions")
  Mono<ResponseEntity<Object>> interaction(
      @RequestBody byte[] body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(defaultValue = "false") boolean validate,
      @AuthenticationPrincipal Caller caller) {
    return take(InboundKind.INTERACTIONS, body, key, validate, caller)
        .map(id -> accepted(Map.of("eventKey", id.toString())))
        .defaultIfEmpty(ResponseEntity.ok(Map.of("valid", true)));
  }

  private static ResponseEntity<Object> accepted(Object body) {
    return ResponseEntity.accepted().body(body);
  }

  /** Empty if it was only to be validated. */
  private Mono<UUID> take(
      InboundKind kind, byte[] bytes, @Nullable String key, boolean validate, Caller caller) {
    JsonNode body = Bodies.read(bytes);
    List<Flaw> flaws = inbox.check(kind, body);
    if (!flaws.isEmpty()) {
      throw Bodies.refused(flaws);
    }
    Allowed.property(body, caller);
    if (validate) {
      return Mono.empty();
    }
    if (key == null || key.isBlank() || key.length() > 200) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "no-idempotency-key",
          "Expected a header Idempotency-Key of 1 to 200 characters, so that a repeat is no second"
              + " complaint, but found none.");
    }
    return Mono.fromFuture(inbox.put(kind, caller.id(), key, false, body))
        .onErrorMap(Bodies::unavailable);
  }
}
