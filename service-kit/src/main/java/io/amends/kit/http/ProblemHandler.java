package io.amends.kit.http;

import io.amends.kit.failures.Failure;
import io.amends.kit.failures.Sentence;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Makes a problem document of whatever a request ends in, with nothing in it that a guest wrote: a
 * {@link Problem} as it is, a sentence of the house with its field, anything else by a number under
 * which the log has it.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE) // before Spring's own, which has another form
public final class ProblemHandler extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  /** The refusals of Spring: wrong method, media type, parameter; no such path. */
  @Override
  protected Mono<ResponseEntity<Object>> createResponseEntity(
      @Nullable Object body,
      @Nullable HttpHeaders headers,
      HttpStatusCode status,
      ServerWebExchange exchange) {
    if (body instanceof ProblemDetail detail && isPlain(detail)) {
      HttpStatus known = HttpStatus.resolve(status.value());
      String title = known == null ? "refused" : known.getReasonPhrase();
      detail.setType(
          URI.create("urn:amends:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-')));
    }
    return super.createResponseEntity(body, headers, status, exchange);
  }

  private static boolean isPlain(ProblemDetail detail) {
    URI type = detail.getType();
    return type == null || type.toString().equals("about:blank");
  }

  /** Security answers for itself. */
  @ExceptionHandler
  Mono<ResponseEntity<Object>> denied(AccessDeniedException denied) {
    return Mono.error(denied);
  }

  @ExceptionHandler
  Mono<ResponseEntity<Object>> unknown(AuthenticationException unknown) {
    return Mono.error(unknown);
  }

  /** A value that a type of ours refuses is the caller's to mend; the rest is ours. */
  @ExceptionHandler
  Mono<ResponseEntity<Object>> refused(
      IllegalArgumentException refusal, ServerWebExchange exchange) {
    Sentence sentence = Sentence.in(refusal);
    return sentence == null
        ? unexpected(refusal, exchange)
        : handleErrorResponseException(
            refused(sentence), new HttpHeaders(), HttpStatus.BAD_REQUEST, exchange);
  }

  private static Problem refused(Sentence sentence) {
    return Problem.of(
        HttpStatus.BAD_REQUEST,
        "refused",
        "Expected %s for %s, but found %s."
            .formatted(sentence.expected(), sentence.name(), sentence.found()),
        List.of(new FieldProblem(sentence.name(), sentence.found(), sentence.expected())));
  }

  @ExceptionHandler
  Mono<ResponseEntity<Object>> unexpected(RuntimeException failure, ServerWebExchange exchange) {
    String number = UUID.randomUUID().toString();
    LOG.error("A request failed, number {}", number, Failure.withoutWords(failure));
    Problem problem =
        Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Expected to answer, but something of ours failed; the log has it under the number.")
            .with("number", number);
    return handleErrorResponseException(
        problem, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, exchange);
  }
}
