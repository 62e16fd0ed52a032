package io.amends.orchestrator.http;

import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.recovery.CommandOutcome.Result;
import io.amends.kit.http.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** An outcome as HTTP says it. */
final class CommandAnswers {

  private static final Set<String> FORBIDDEN = Set.of("NOT_THIS_PROPERTY", "NOT_THIS_ROLE");
  private static final int SECONDS = 1;

  private CommandAnswers() {}

  static ResponseEntity<Object> of(CommandOutcome outcome) {
    if (outcome.answer().result() != Result.REFUSED) {
      return ResponseEntity.ok(outcome);
    }
    String code = outcome.answer().codes().getFirst().code();
    HttpStatus status = FORBIDDEN.contains(code) ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    Problem problem =
        Problem.of(
                status,
                code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "Expected something that may be done now by this person, but it may not.")
            .with("outcome", outcome);
    throw code.equals("NOT_OPEN_YET") ? problem.retryAfter(SECONDS) : problem;
  }

  /** It is in the log and will be decided; a repeat with the same id asks what came of it. */
  static ResponseEntity<Object> pending(CommandAsked command) {
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .body(Map.of("commandId", command.commandId(), "result", "PENDING"));
  }
}
