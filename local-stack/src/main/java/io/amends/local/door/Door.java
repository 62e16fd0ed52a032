package io.amends.local.door;

import io.amends.kit.events.Json;
import io.amends.local.stack.StackFailure;
import io.amends.local.token.TokenRequest;
import io.amends.local.token.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The front door of the running stack, over HTTP like anybody else, as one caller: what one command
 * brings again is a repeat, and not a second event.
 */
public final class Door implements AutoCloseable {

  private static final String CALLER = "command-line";

  /** Longer than the door takes for its slowest line. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final Tokens tokens;
  private volatile String token;

  /**
   * Opens it.
   *
   * @param address of the intake service
   * @throws StackFailure if there is no token to be had
   */
  public Door(String address, Tokens tokens) throws InterruptedException {
    this.address = address;
    this.tokens = tokens;
    this.token = issue();
  }

  private String issue() throws InterruptedException {
    return tokens.issue(new TokenRequest(List.of("INTEGRATOR"), List.of("*"), CALLER));
  }

  /**
   * Sends something and returns the answer, whatever it is; a token that has run out is renewed.
   *
   * @throws IOException if nobody answers
   */
  <T> HttpResponse<T> send(
      String method,
      String path,
      Map<String, String> headers,
      BodyPublisher body,
      BodyHandler<T> handler)
      throws IOException, InterruptedException {
    String used = token;
    HttpResponse<T> answer = http.send(request(method, path, headers, body, used), handler);
    if (answer.statusCode() != 401) {
      return answer;
    }
    renew(used);
    return http.send(request(method, path, headers, body, token), handler);
  }

  private synchronized void renew(String used) throws InterruptedException {
    if (token.equals(used)) {
      token = issue();
    }
  }

  private HttpRequest request(
      String method, String path, Map<String, String> headers, BodyPublisher body, String bearer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + bearer)
            .method(method, body);
    headers.forEach(request::header);
    return request.build();
  }

  /** What a problem document says, in one line. */
  static String problem(int status, byte[] body) {
    try {
      JsonNode problem = Json.mapper().readTree(body);
      return problem.path("detail").asString("the door answered " + status);
    } catch (JacksonException _) {
      return "the door answered %d: %s"
          .formatted(status, new String(body, StandardCharsets.UTF_8).strip());
    }
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    http.close();
  }
}
