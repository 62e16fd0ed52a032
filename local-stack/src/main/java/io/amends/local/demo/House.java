package io.amends.local.demo;

import io.amends.kit.events.Json;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The running system, as people and systems of the story use it: over HTTP, with their tokens. */
final class House implements AutoCloseable {

  private final Stack stack;
  private final Tokens tokens;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> issued = new ConcurrentHashMap<>();

  House(Stack stack) {
    this.stack = stack;
    this.tokens =
        new Tokens(stack.ports().url(Ports.IDENTITY), stack.data().secrets().commandLine());
  }

  /** Who acts: a role, and whose id it carries. */
  record Person(String role, String id) {}

  static final Person OFFICE = new Person("HEAD_OFFICE", "head-office");
  static final Person SYSTEMS = new Person("INTEGRATOR", "systems");

  JsonNode put(Person who, String service, String path, byte[] body) {
    return send(request(who, service, path).PUT(BodyPublishers.ofByteArray(body)).build());
  }

  JsonNode post(Person who, String service, String path, Object body, String... headers) {
    HttpRequest.Builder request =
        request(who, service, path).POST(BodyPublishers.ofByteArray(Json.bytes(body)));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  JsonNode get(Person who, String service, String path) {
    return send(request(who, service, path).GET().build());
  }

  String url(String service) {
    return stack.ports().url(service);
  }

  /** As a stranger would. */
  String read(String url) {
    return exchange(HttpRequest.newBuilder(URI.create(url)).GET().build()).body();
  }

  /** As a guest sends a form. */
  void fill(String url, String form) {
    exchange(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private HttpRequest.Builder request(Person who, String service, String path) {
    return HttpRequest.newBuilder(URI.create(url(service) + path))
        .header(
            "Authorization", "Bearer " + issued.computeIfAbsent(who.toString(), _ -> token(who)))
        .header("Content-Type", "application/json");
  }

  private String token(Person who) {
    try {
      return tokens.issue(new TokenRequest(List.of(who.role()), List.of("*"), who.id()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while asking for a token", interrupted);
    }
  }

  /** A refusal by the rules (409) is an answer; anything else that is no success ends the story. */
  private JsonNode send(HttpRequest request) {
    HttpResponse<String> answer = exchange(request);
    if (answer.statusCode() / 100 != 2 && answer.statusCode() != 409) {
      throw new StackFailure(
          "%s %s answered %d: %s"
              .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
    }
    return Json.mapper().readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new StackFailure("no answer from " + request.uri(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while waiting for " + request.uri(), interrupted);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
