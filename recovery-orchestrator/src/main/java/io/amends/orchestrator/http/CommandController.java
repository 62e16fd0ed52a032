package io.amends.orchestrator.http;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.recovery.CommandOutcome;
import io.amends.kit.http.AnswersById;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import io.amends.kit.security.SignedLink;
import io.amends.orchestrator.domain.RecoveryCommand;
import io.amends.orchestrator.stream.WireCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What people ask of a case; the answer is the stream's, not this edge's guess. */
@RestController
@AllowedRoles({
  "FRONT_LINE",
  "SUPERVISOR",
  "DUTY_MANAGER",
  "GENERAL_MANAGER",
  "REGION",
  "HEAD_OFFICE",
  "SECURITY"
})
class CommandController {

  /** Ours: most answers take a commit or two; what waits for somebody else takes longer. */
  private static final Duration WAIT = Duration.ofSeconds(2);

  private final CommandLog log;
  private final AnswersById<CommandOutcome> outcomes;

  CommandController(CommandLog log, AnswersById<CommandOutcome> outcomes) {
    this.log = log;
    this.outcomes = outcomes;
  }

  @PostMapping("/guests/{guestId}/cases/{caseId}/commands/{verb}")
  Mono<ResponseEntity<Object>> ask(
      @PathVariable String guestId,
      @PathVariable String caseId,
      @PathVariable String verb,
      @RequestHeader(name = "Command-Id", required = false) @Nullable String commandId,
      @RequestBody(required = false) CommandAsked.@Nullable Details details,
      @AuthenticationPrincipal Caller caller) {
    CommandAsked command =
        new CommandAsked(
            commandId == null ? UUID.randomUUID().toString() : commandId,
            new GuestId(guestId),
            new CaseId(caseId),
            verbOf(verb),
            Actor.staff(caller.id()),
            roleOf(caller),
            caller.properties(),
            details);
    requireLinkFits(caller.link(), command);
    requireDetails(command);
    if (!outcomes.isReading()) {
      throw Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "try-again",
              "Expected to hear the outcome, but the log of outcomes is not read yet.")
          .retryAfter(1);
    }
    CompletableFuture<CommandOutcome> outcome = outcomes.answerTo(command.commandId(), WAIT);
    return Mono.fromFuture(log.append(command))
        .then(Mono.fromFuture(outcome))
        .map(CommandAnswers::of)
        .onErrorResume(TimeoutException.class, _ -> Mono.just(CommandAnswers.pending(command)));
  }

  private static Verb verbOf(String text) {
    String name = text.replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(Verb.values())
        .filter(verb -> verb.isForPeople() && verb.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "unknown-verb",
                    "Expected one of %s, but found %s."
                        .formatted(
                            Arrays.stream(Verb.values()).filter(Verb::isForPeople).toList(),
                            name)));
  }

  /** Somebody with two roles asks in the higher one. */
  private static Role roleOf(Caller caller) {
    Set<String> known = caller.roles();
    return Arrays.stream(Role.values())
        .filter(role -> role != Role.SYSTEM && known.contains(role.name()))
        .max(Comparator.naturalOrder())
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.FORBIDDEN, "no-role", "Expected a role, but the token has none."));
  }

  /** What the rules could not read is refused here, where somebody hears of it. */
  private static void requireDetails(CommandAsked command) {
    try {
      RecoveryCommand _ = WireCommands.of(command, Instant.EPOCH);
    } catch (IllegalArgumentException missing) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST, "details-missing", String.valueOf(missing.getMessage()));
    }
  }

  /** A link is for one case and a few verbs. */
  private static void requireLinkFits(@Nullable SignedLink link, CommandAsked command) {
    if (link == null) {
      return;
    }
    boolean fits =
        link.claim("guest").equals(command.guestId().value())
            && link.claim("case").equals(command.caseId().value())
            && Arrays.asList(link.claim("verbs").split(",", -1)).contains(command.verb().name());
    if (!fits) {
      throw Problem.of(
          HttpStatus.FORBIDDEN,
          "another-link",
          "Expected a link for this case and this verb, but it was made for something else.");
    }
  }
}
