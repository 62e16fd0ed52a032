package io.amends.desk.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.recovery.CommandOutcome;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Reads a case and asks for something, as the holder of a link. */
public final class CaseClient {

  private static final String LINK = "Staff-Link";

  private final WebClient orchestrator;

  public CaseClient(WebClient orchestrator) {
    this.orchestrator = orchestrator;
  }

  /** A case, and when it was looked at (hotel time). */
  record CaseView(Instant asOf, CaseSnapshot snapshot) {}

  /** Empty if it is not there, or not for this link. */
  Mono<Optional<CaseView>> read(String token, String guest, String caseId) {
    return orchestrator
        .get()
        .uri("/guests/{guest}/cases/{case}", guest, caseId)
        .header(LINK, token)
        .exchangeToMono(
            answer ->
                answer.statusCode().is2xxSuccessful()
                    ? answer.bodyToMono(CaseView.class).map(Optional::of)
                    : answer.releaseBody().thenReturn(Optional.empty()));
  }

  /** What came of a tap. */
  enum Came {
    DONE,
    /** Somebody was faster; nothing was left to do. */
    MOOT,
    REFUSED,
    /** It is in the log and will be decided. */
    PENDING,
    TRY_AGAIN
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Outcome(CommandOutcome.@Nullable Answer answer) {}

  /** Asks for it; the same tap again gets the same answer. */
  Mono<Came> ask(String token, String guest, String caseId, Verb verb, String commandId) {
    return orchestrator
        .post()
        .uri(
            "/guests/{guest}/cases/{case}/commands/{verb}",
            guest,
            caseId,
            verb.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .header(LINK, token)
        .header("Command-Id", commandId)
        .exchangeToMono(
            answer -> {
              HttpStatusCode status = answer.statusCode();
              return switch (status.value()) {
                case 200 -> answer.bodyToMono(Outcome.class).map(CaseClient::came);
                case 202 -> answer.releaseBody().thenReturn(Came.PENDING);
                case 403, 404, 409 -> answer.releaseBody().thenReturn(Came.REFUSED);
                default -> answer.releaseBody().thenReturn(Came.TRY_AGAIN);
              };
            });
  }

  private static Came came(Outcome outcome) {
    CommandOutcome.Answer answer = outcome.answer();
    return answer != null && answer.result() == CommandOutcome.Result.MOOT ? Came.MOOT : Came.DONE;
  }
}
