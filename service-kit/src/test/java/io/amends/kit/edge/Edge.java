package io.amends.kit.edge;

import io.amends.kit.events.Json;
import io.amends.kit.security.SignedLink;
import io.amends.kit.security.SignedLinks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** {@link EdgeApplication}, running beside its {@link TestIssuer}; there is no Kafka anywhere. */
final class Edge implements AutoCloseable {

  private final TestIssuer issuer;
  private final ConfigurableApplicationContext application;
  private final HttpClient http = HttpClient.newHttpClient();

  Edge() throws IOException {
    issuer = new TestIssuer();
    application =
        new SpringApplicationBuilder(EdgeApplication.class)
            .properties(
                Map.of(
                    "spring.config.import",
                    "classpath:amends-kit.yml",
                    "amends.service",
                    "edge",
                    "amends.endpoint",
                    "localhost:1",
                    "amends.link-keys",
                    "k1:" + "A".repeat(43),
                    "server.port",
                    "0",
                    "spring.kafka.bootstrap-servers",
                    "localhost:1"))
            .run("--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.address());
  }

  /** Gives tests the one edge, started when the first of them asks for it. */
  static final class Started implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(Edge.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Edge.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(NAMESPACE)
          .computeIfAbsent(Edge.class, _ -> started(), Edge.class);
    }

    private static Edge started() {
      try {
        return new Edge();
      } catch (IOException failure) {
        throw new AssertionError("the edge did not start", failure);
      }
    }
  }

  /** An answer. */
  record Answer(int status, HttpResponse<String> response) {

    JsonNode json() {
      return Json.mapper().readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  TestIssuer issuer() {
    return issuer;
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  String link(SignedLink link) {
    return bean(SignedLinks.class).sign(link);
  }

  Answer get(String path) {
    return send(request(path));
  }

  Answer get(String path, String header, String value) {
    return send(request(path).header(header, value));
  }

  Answer get(String path, String token) {
    return get(path, "Authorization", "Bearer " + token);
  }

  /** With a good token. */
  Answer known(String path) {
    return get(path, goodToken());
  }

  Answer post(String path, String body) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + goodToken())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Without a body; with no token if it is empty. */
  Answer ask(String method, String path, String token) {
    HttpRequest.Builder request =
        request(path).method(method.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody());
    return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
  }

  String goodToken() {
    return issuer.sign(issuer.claims().build());
  }

  private HttpRequest.Builder request(String path) {
    String port = application.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException failure) {
      throw new AssertionError("no answer", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    application.close();
    http.close();
    issuer.close();
  }
}
