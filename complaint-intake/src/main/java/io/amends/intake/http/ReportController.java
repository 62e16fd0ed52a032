package io.amends.intake.http;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import io.amends.kit.http.Problem;
import io.amends.kit.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
class ReportController {

  private final Inbox inbox;
  private final Tracking tracking;

  ReportController(Inbox inbox, Tracking tracking) {
    this.inbox = inbox;
    this.tracking = tracking;
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
      @AuthenticationPrincipal Caller caller) {
    return read(InboundKind.COMPLAINTS, body, key, validate, caller)
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
                                        good.body().path("language").asString(null))))))
        .defaultIfEmpty(ResponseEntity.ok(Map.of("valid", true)));
  }

  @PostMapping("/interactions")
  Mono<ResponseEntity<Object>> interaction(
      @RequestBody Flux<DataBuffer> body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(defaultValue = "false") boolean validate,
      @AuthenticationPrincipal Caller caller) {
    return read(InboundKind.INTERACTIONS, body, key, validate, caller)
        .flatMap(good -> put(InboundKind.INTERACTIONS, good, caller))
        .map(id -> accepted(Map.of("eventKey", id.toString())))
        .defaultIfEmpty(ResponseEntity.ok(Map.of("valid", true)));
  }

  private static ResponseEntity<Object> accepted(Object body) {
    return ResponseEntity.accepted().body(body);
  }

  /** Empty if it was only to be validated. */
  private Mono<Good> read(
      InboundKind kind,
      Flux<DataBuffer> body,
      @Nullable String key,
      boolean validate,
      Caller caller) {
    return Bodies.whole(body)
        .<Good>handle(
            (bytes, sink) -> {
              JsonNode read = checked(kind, bytes, caller);
              if (!validate) {
                sink.next(new Good(read, required(key)));
              }
            });
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
