package io.amends.intake.http;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.intake.schema.InboundSchemas;
import io.amends.intake.schema.NotJson;
import io.amends.kit.http.FieldProblem;
import io.amends.kit.http.Problem;
import io.amends.kit.publish.Publisher;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reading bodies, and saying in one way what is wrong with them. */
final class Bodies {

  private Bodies() {}

  /** All bytes of a body; a {@link Problem} if there are more than the door takes. */
  static Mono<byte[]> whole(Flux<DataBuffer> body) {
    return DataBufferUtils.join(body, InboundSchemas.LARGEST_BODY)
        .map(Bodies::bytes)
        .defaultIfEmpty(new byte[0])
        .onErrorMap(DataBufferLimitException.class, _ -> tooLarge());
  }

  static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static Problem tooLarge() {
    return Problem.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "Expected a body of at most %d bytes, but it is longer."
            .formatted(InboundSchemas.LARGEST_BODY));
  }

  /**
   * Reads one.
   *
   * @throws Problem if it is not JSON
   */
  static JsonNode read(byte[] body) {
    try {
      return InboundSchemas.read(body);
    } catch (JacksonException unreadable) {
      throw refused(List.of(NotJson.flaw(unreadable, body.length)));
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
