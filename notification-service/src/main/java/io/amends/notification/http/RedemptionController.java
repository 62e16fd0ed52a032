package io.amends.notification.http;

import io.amends.contracts.Actor;
import io.amends.contracts.Nights;
import io.amends.kit.http.AnswersById;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import io.amends.notification.domain.offer.VoucherAnswer;
import io.amends.notification.domain.offer.VoucherAsked;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Redeems vouchers, for staff and for partners of the chain. The log decides who was first; a
 * repeat with the same {@code Command-Id} gets the same answer.
 */
@RestController
@AllowedRoles({
  AllowedRoles.PARTNER,
  "FRONT_LINE",
  "SUPERVISOR",
  "DUTY_MANAGER",
  "GENERAL_MANAGER",
  "REGION",
  "HEAD_OFFICE"
})
class RedemptionController {

  static final String PATH = "/offers/redemptions";

  private static final Duration WAIT = Duration.ofSeconds(2);

  private final RedemptionLog log;
  private final AnswersById<VoucherAnswer> answers;

  RedemptionController(RedemptionLog log, AnswersById<VoucherAnswer> answers) {
    this.log = log;
    this.answers = answers;
  }

  /** What is redeemed; never printed, since whoever has the code has what it is good for. */
  record Redemption(@Nullable String code) {

    @Override
    public String toString() {
      return "Redemption[…]";
    }
  }

  /** What was redeemed: its face in nights, and when (hotel time). */
  record Redeemed(
      VoucherAnswer.Result result,
      @Nullable String offerType,
      @Nullable Nights nights,
      @Nullable Instant redeemedAt) {}

  @PostMapping(PATH)
  Mono<ResponseEntity<Object>> redeem(
      @RequestBody Redemption redemption,
      @RequestHeader(name = "Command-Id", required = false) @Nullable String commandId,
      @AuthenticationPrincipal Caller caller) {
    String code = redemption.code();
    if (code == null || code.isBlank() || code.length() > 100) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST, "code-missing", "Expected a code, but found none that could be.");
    }
    if (!answers.isReading()) {
      throw Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "try-again",
              "Expected to hear what becomes of it, but the log of outcomes is not read yet.")
          .retryAfter(1);
    }
    boolean partner = caller.is(AllowedRoles.PARTNER);
    VoucherAsked.Redeem wish =
        new VoucherAsked.Redeem(
            // nobody answers for another with the same id
            caller.id() + '/' + (commandId == null ? UUID.randomUUID().toString() : commandId),
            partner ? Actor.system(caller.id()) : Actor.staff(caller.id()),
            partner,
            caller.properties());
    CompletableFuture<VoucherAnswer> answer = answers.answerTo(wish.commandId(), WAIT);
    return Mono.fromFuture(log.append(code, wish))
        .then(Mono.fromFuture(answer))
        .map(RedemptionController::say)
        .onErrorResume(TimeoutException.class, _ -> Mono.just(pending()));
  }

  private static ResponseEntity<Object> say(VoucherAnswer answer) {
    return switch (answer.result()) {
      case REDEEMED ->
          ResponseEntity.ok(
              new Redeemed(answer.result(), answer.offerType(), answer.face(), answer.at()));
      case REDEEMED_BEFORE ->
          throw Problem.of(
              HttpStatus.CONFLICT,
              "redeemed-before",
              "Expected a voucher that nobody has redeemed, but somebody has.");
      case LAPSED ->
          throw Problem.of(
              HttpStatus.GONE, "lapsed", "Expected a voucher in its time, but that is over.");
      case WITHDRAWN ->
          throw Problem.of(
              HttpStatus.GONE, "withdrawn", "Expected a voucher, but its offer was taken back.");
      case UNKNOWN_CODE ->
          throw Problem.of(
              HttpStatus.NOT_FOUND, "unknown-code", "Expected a code of ours, but it is none.");
      case NOT_HERE ->
          throw Problem.of(
              HttpStatus.FORBIDDEN,
              "not-here",
              "Expected a voucher of these properties, but it is another's.");
    };
  }

  /** It is in the log and will be decided; a repeat with the same id asks what came of it. */
  private static ResponseEntity<Object> pending() {
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("result", "PENDING"));
  }
}
