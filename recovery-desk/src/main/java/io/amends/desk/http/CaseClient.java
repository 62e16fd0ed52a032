package io.amends.desk.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CommandAsked.Details;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.recovery.CommandOutcome.Answer;
import io.amends.contracts.recovery.CommandOutcome.Result;
import io.amends.desk.view.Recovery;
import io.amends.desk.view.Sheet;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/** Reads a case and asks for something of it, at the orchestrator. */
public final class CaseClient {

  private final WebClient orchestrator;

  public CaseClient(WebClient orchestrator) {
    this.orchestrator = orchestrator;
  }

  /** With what somebody comes: a token, or the link in an alert. */
  public record Pass(String header, String value) {

    public static Pass link(String token) {
      return new Pass("Staff-Link", token);
    }

    public static Pass token(String token) {
      return new Pass(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    @Override
    public String toString() {
      return "Pass[%s]".formatted(header);
    }
  }

  /** A case, and when it was looked at (hotel time). */
  public record CaseView(Instant asOf, Sheet sheet) {}

  private record Read(Instant asOf, CaseSnapshot snapshot) {}

  /** Empty if it is not there, or not for whoever asks. */
  public Mono<Optional<CaseView>> read(Pass pass, String guest, String caseId) {
    return orchestrator
        .get()
        .uri("/guests/{guest}/cases/{case}", guest, caseId)
        .header(pass.header(), pass.value())
        .exchangeToMono(
            answer ->
                answer.statusCode().is2xxSuccessful()
                    ? answer
                        .bodyToMono(Read.class)
                        .map(
                            read ->
                                Optional.of(
                                    new CaseView(read.asOf(), Recovery.sheet(read.snapshot()))))
                    : answer.releaseBody().thenReturn(Optional.empty()));
  }

  /** What came of asking. */
  public enum Came {
    DONE,
    /** Somebody was faster; nothing was left to do. */
    MOOT,
    REFUSED,
    /** Not by this person alone: somebody who may was asked. */
    ASKED,
    /** It is in the log and will be decided. */
    PENDING,
    TRY_AGAIN
  }

  /**
   * What came of asking, and why.
   *
   * @param caseVersion of the case after it, 0 if unknown
   * @param answer the rules' own words, if they spoke
   */
  public record Reply(Came came, int caseVersion, @Nullable Answer answer) {

    static Reply only(Came came) {
      return new Reply(came, 0, null);
    }
  }

  /**
   * What is asked of a case.
   *
   * @param commandId the same for the same tap: a second one gets the same answer
   */
  public record Wish(
      String guest, String caseId, Verb verb, @Nullable Details details, String commandId) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Outcome(int caseVersion, @Nullable Answer answer) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Problem(@Nullable Outcome outcome) {}

  /** Asks for it; the same wish again gets the same answer. */
  public Mono<Reply> ask(Pass pass, Wish wish) {
    WebClient.RequestBodySpec request =
        orchestrator
            .post()
            .uri(
                "/guests/{guest}/cases/{case}/commands/{verb}",
                wish.guest(),
                wish.caseId(),
                wish.verb().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .header(pass.header(), pass.value())
            .header("Command-Id", wish.commandId());
    Details details = wish.details();
    WebClient.RequestHeadersSpec<?> asked = details == null ? request : request.bodyValue(details);
    return asked
        .exchangeToMono(CaseClient::reply)
        .onErrorResume(WebClientRequestException.class, _ -> Mono.just(Reply.only(Came.TRY_AGAIN)));
  }

  private static Mono<Reply> reply(ClientResponse answer) {
    return switch (answer.statusCode().value()) {
      case 200 -> answer.bodyToMono(Outcome.class).map(CaseClient::done);
      case 202 -> answer.releaseBody().thenReturn(Reply.only(Came.PENDING));
      case 403, 404, 409 ->
          answer
              .bodyToMono(Problem.class)
              .map(problem -> refused(problem.outcome()))
              .onErrorReturn(Reply.only(Came.REFUSED));
      default -> answer.releaseBody().thenReturn(Reply.only(Came.TRY_AGAIN));
    };
  }

  private static Reply done(Outcome outcome) {
    Answer answer = outcome.answer();
    Came came =
        switch (answer == null ? Result.DONE : answer.result()) {
          case DONE -> Came.DONE;
          case MOOT -> Came.MOOT;
          case ASKED -> Came.ASKED;
          case REFUSED -> Came.REFUSED;
        };
    return new Reply(came, outcome.caseVersion(), answer);
  }

  private static Reply refused(@Nullable Outcome outcome) {
    Answer none = new Answer(Result.REFUSED, List.of(), Set.of());
    return outcome == null
        ? new Reply(Came.REFUSED, 0, none)
        : new Reply(Came.REFUSED, outcome.caseVersion(), outcome.answer());
  }
}
