package io.amends.kit.http;

import io.amends.kit.events.Json;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes a problem document where no controller is reached. */
public final class ProblemResponses {

  private ProblemResponses() {}

  public static Mono<Void> write(
      ServerWebExchange exchange, HttpStatus status, String code, String text) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(status);
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (status == HttpStatus.UNAUTHORIZED) {
      response.getHeaders().set("WWW-Authenticate", "Bearer");
    }
    DataBuffer body = response.bufferFactory().wrap(Json.bytes(Problem.detail(status, code, text)));
    return response.writeWith(Mono.just(body));
  }
}
