package io.amends.intake.http;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.kit.events.Json;
import io.amends.kit.http.FieldProblem;
import io.amends.kit.http.Problem;
import io.amends.kit.publish.Publisher;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reading bodies, and saying in one way what is wrong with them. */
final class Bodies {

  private Bodies() {}

  /**
   * Reads one.
   *
   * @throws Problem if it is not JSON
   */
  static JsonNode read(byte[] body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JacksonException unreadable) {
      throw refused(List.of(new Flaw("", "%d bytes".formatted(body.length), "JSON")));
    }
  }

  static Problem refused(List<Flaw> flaws) {
    return Problem.of(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "refused",
        "Expected a body as its schema has it, but %s.".formatted(flaws.getFirst()),
        flaws.stream().map(Bodies::field).toList());
  }

  private static FieldProblem field(Flaw flaw) {
    return new FieldProblem(
        flaw.pointer(), flaw.found() == null ? "absent" : flaw.found(), flaw.expected());
  }

  /** Whether it came through is not known: the same request may safely be sent again. */
  static Throwable unavailable(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof Publisher.Overloaded
            || cause instanceof TimeoutException
            || cause instanceof org.apache.kafka.common.KafkaException
            || cause instanceof org.springframework.kafka.KafkaException
        ? Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "try-again",
                "Expected the broker to take it, but it has not answered; send the same again.")
            .retryAfter(2)
        : failure;
  }
}
