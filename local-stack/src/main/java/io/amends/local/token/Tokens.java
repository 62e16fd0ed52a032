package io.amends.local.token;

import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the local identity process for bearer tokens, as the command line that belongs to it. */
public final class Tokens {

  private static final String CLIENT = "amends-cli";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;
  private final String secret;

  /**
   * Tokens of one identity process.
   *
   * @param identity its address
   * @param secret what the command line proves itself with, from the stack's data folder
   */
  public Tokens(String identity, String secret) {
    this.endpoint = URI.create(identity + "/oauth2/token");
    this.secret = secret;
  }

  /**
   * A new bearer token.
   *
   * @throws StackFailure if there is no answer, or it is a refusal, with the provider's words
   */
  public String issue(TokenRequest wanted) throws InterruptedException {
    try {
      var answer = http.send(request(wanted), BodyHandlers.ofString());
      JsonNode body = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new StackFailure("No token: " + refusal(answer.statusCode(), body));
      }
      return body.path("access_token").asString();
    } catch (IOException failure) {
      throw new StackFailure(
          "Expected a token from %s, but: %s".formatted(endpoint, failure), failure);
    }
  }

  private static String refusal(int status, JsonNode body) {
    return body.has("error_description")
        ? body.path("error_description").asString()
        : "the provider answered %d %s".formatted(status, body.path("error").asString(""));
  }

  private HttpRequest request(TokenRequest wanted) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(endpoint)
        .timeout(PATIENCE)
        .header("Authorization", "Basic " + credentials)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(wanted.form()))
        .build();
  }
}
