package io.amends.notification.http;

import io.amends.contracts.Actor;
import io.amends.contracts.GuestId;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import io.amends.notification.stream.RedriveAsked;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Has a message tried once more that had failed. The gate decides: what went meanwhile, what nobody
 * needs any more and what is another property's stays as it is.
 */
@RestController
@AllowedRoles({"DUTY_MANAGER", "GENERAL_MANAGER", "REGION", "HEAD_OFFICE", "OPERATIONS"})
class RedriveController {

  private final RedriveLog log;

  RedriveController(RedriveLog log) {
    this.log = log;
  }

  /** Which message, as the ledger names it. */
  record Redrive(@Nullable String messageId) {}

  @PostMapping("/guests/{guestId}/notifications/redrives")
  Mono<ResponseEntity<Object>> redrive(
      @PathVariable String guestId,
      @RequestBody Redrive redrive,
      @AuthenticationPrincipal Caller caller) {
    GuestId guest = new GuestId(guestId);
    String messageId = redrive.messageId();
    if (messageId == null || messageId.isBlank() || messageId.length() > 300) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "message-missing",
          "Expected the messageId of a message of this guest, but found none that could be.");
    }
    RedriveAsked asked = new RedriveAsked(messageId, Actor.staff(caller.id()), caller.properties());
    return Mono.fromFuture(log.append(guest, asked))
        .map(
            _ ->
                ResponseEntity.accepted()
                    .body(Map.of("see", "/guests/" + guest.value() + "/notifications")));
  }
}
