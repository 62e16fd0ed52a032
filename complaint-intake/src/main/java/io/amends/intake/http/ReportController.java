package io.amends.intake.http;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Complaints and interactions, one at a time. */
@RestController
@AllowedRoles(AllowedRoles.HOUSE)
class ReportController {

  private final Inbox inbox;
  private final Tracking tracking;
  private final Validation validation;

  ReportController(Inbox inbox, Tracking tracking, Validation validation) {
    this.inbox = inbox;
    this.tracking = tracking;
    this.validation = validation;
  }

  /** What was taken in: its number, and where one can see what becomes of it. */
  record Taken(String complaintId, String trackingUrl) {}

  /** What was read and found good. */
  private record Good(JsonNode body, String id) {}

  @PostMapping("/complaints")
  Mono<ResponseEntity<Object>> complaint(
      @RequestBody Flux<DataBuffer> body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(defaultValue = "false") boolean validate,
      @AuthenticationPrincipal Caller caller,
      ServerHttpRequest request) {
    if (validate) {
      return tried(InboundKind.COMPLAINTS, body, key, caller, request);
    }
    return read(InboundKind.COMPLAINTS, body, key, caller)
        .flatMap(
            good ->
                put(InboundKind.COMPLAINTS, good, caller)
                    .map(
                        id ->
                            accepted(
                                new Taken(
                                    id.toString(),
                                    tracking.urlOf(
                                        id.toString(),
                                        good.body().path("language").asString(null))))));
  }

  @PostMapping("/interactions")
  Mono<ResponseEntity<Object>> interaction(
      @RequestBody Flux<DataBuffer> body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(defaultValue = "false") boolean validate,
      @AuthenticationPrincipal Caller caller,
      ServerHttpRequest request) {
    if (validate) {
      return tried(InboundKind.INTERACTIONS, body, key, caller, request);
    }
    return read(InboundKind.INTERACTIONS, body, key, caller)
        .flatMap(good -> put(InboundKind.INTERACTIONS, good, caller))
        .map(id -> accepted(Map.of("eventKey", id.toString())));
  }

  private static ResponseEntity<Object> accepted(Object body) {
    return ResponseEntity.accepted().body(body);
  }

  /** What would become of it; nothing is sent. */
  private Mono<ResponseEntity<Object>> tried(
      InboundKind kind,
      Flux<DataBuffer> body,
      @Nullable String key,
      Caller caller,
      ServerHttpRequest request) {
    return Bodies.whole(body)
        .flatMap(
            bytes -> {
              JsonNode read = Bodies.read(bytes);
              Allowed.property(read, caller);
              return validation.of(new Validation.Event(kind, read, key, false), caller, request);
            })
        .map(ResponseEntity::ok);
  }

  private Mono<Good> read(
      InboundKind kind, Flux<DataBuffer> body, @Nullable String key, Caller caller) {
    return Bodies.whole(body).map(bytes -> new Good(checked(kind, bytes, caller), required(key)));
  }

  private JsonNode checked(InboundKind kind, byte[] bytes, Caller caller) {
    JsonNode body = Bodies.read(bytes);
    List<Flaw> flaws = inbox.check(kind, body);
    if (!flaws.isEmpty()) {
      throw Bodies.refused(flaws);
    }
    Allowed.property(body, caller);
    return body;
  }

  private static String required(@Nullable String key) {
    if (key == null || key.isBlank() || key.length() > 200) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "no-idempotency-key",
          "Expected a header Idempotency-Key of 1 to 200 characters, so that a repeat is no second"
              + " complaint, but found none.");
    }
    return key;
  }

  private Mono<UUID> put(InboundKind kind, Good good, Caller caller) {
    return Mono.fromFuture(inbox.put(kind, caller.id(), good.id(), false, good.body()))
        .onErrorMap(Bodies::unavailable);
  }
}
