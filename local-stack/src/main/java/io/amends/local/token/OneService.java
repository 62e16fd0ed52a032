package io.amends.local.token;

import io.amends.kit.events.Json;
import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One running service, asked over HTTP like anybody else does, as those who operate it. */
public final class OneService {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String name;
  private final String address;
  private final Tokens tokens;
  private @Nullable String token;

  /**
   * Prepares it.
   *
   * @param name as people call it
   * @param address without a slash at the end
   */
  public OneService(String name, String address, Tokens tokens) {
    this.name = name;
    this.address = address;
    this.tokens = tokens;
  }

  /** Asks without a body. */
  public JsonNode ask(String method, String path) throws InterruptedException {
    return ask(method, path, null);
  }

  /**
   * Asks.
   *
   * @param body as JSON; null: none
   * @throws StackFailure if it says no, in its own words, or does not answer
   */
  public JsonNode ask(String method, String path, @Nullable Object body)
      throws InterruptedException {
    try {
      HttpResponse<byte[]> answer = send(method, path, body, token == null ? issued() : token);
      if (answer.statusCode() == 401) {
        answer = send(method, path, body, issued()); // it has run out
      }
      JsonNode told = Json.mapper().readTree(answer.body());
      if (answer.statusCode() >= 300) {
        throw new StackFailure(
            told.path("detail")
                .asString("the %s answered %d".formatted(name, answer.statusCode())));
      }
      return told;
    } catch (IOException failure) {
      throw new StackFailure(
          "Expected an answer of the %s, but: %s".formatted(name, failure), failure);
    }
  }

  private HttpResponse<byte[]> send(
      String method, String path, @Nullable Object body, String bearer)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + bearer)
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(Json.bytes(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private String issued() throws InterruptedException {
    String fresh =
        tokens.issue(new TokenRequest(List.of("OPERATIONS"), List.of("*"), "command-line"));
    token = fresh;
    return fresh;
  }
}
