package io.amends.local.model;

import io.amends.kit.events.Json;
import io.amends.local.stack.StackFailure;
import io.amends.local.token.TokenRequest;
import io.amends.local.token.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The model of the running scorer, over HTTP like anybody else. */
public final class Models {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String scorer;
  private final Tokens tokens;
  private @Nullable String token;

  /**
   * Prepares it.
   *
   * @param scorer its address
   */
  public Models(String scorer, Tokens tokens) {
    this.scorer = scorer;
    this.tokens = tokens;
  }

  /** Which model is in use, which there are, and what the last fit came to. */
  public JsonNode all() throws InterruptedException {
    return send("GET", "/models");
  }

  /** Asks for a fit; when that was, hotel time. */
  public Instant askForFit() throws InterruptedException {
    return Instant.parse(send("POST", "/models/fit").path("askedAt").asString());
  }

  /** What the fit came to that was asked for; empty as long as it is under way. */
  public Optional<JsonNode> fitSince(Instant asked) throws InterruptedException {
    JsonNode last = all().path("lastFit");
    return last.has("at") && !Instant.parse(last.path("at").asString()).isBefore(asked)
        ? Optional.of(last)
        : Optional.empty();
  }

  /**
   * Takes a version into use.
   *
   * @throws StackFailure if there is no such version
   */
  public void use(String version) throws InterruptedException {
    send("POST", "/models/" + version + "/use");
  }

  private JsonNode send(String method, String path) throws InterruptedException {
    try {
      HttpResponse<byte[]> answer = send(method, path, token == null ? issued() : token);
      if (answer.statusCode() == 401) {
        answer = send(method, path, issued()); // it has run out
      }
      JsonNode body = Json.mapper().readTree(answer.body());
      if (answer.statusCode() >= 300) {
        throw new StackFailure(
            body.path("detail").asString("the scorer answered " + answer.statusCode()));
      }
      return body;
    } catch (IOException failure) {
      throw new StackFailure(
          "Expected an answer of the scorer, but: %s".formatted(failure), failure);
    }
  }

  private HttpResponse<byte[]> send(String method, String path, String bearer)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(scorer + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + bearer)
            .method(method, BodyPublishers.noBody())
            .build();
    return http.send(request, BodyHandlers.ofByteArray());
  }

  private String issued() throws InterruptedException {
    String fresh =
        tokens.issue(new TokenRequest(List.of("OPERATIONS"), List.of("*"), "command-line"));
    token = fresh;
    return fresh;
  }
}
