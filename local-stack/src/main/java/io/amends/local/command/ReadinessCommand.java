package io.amends.local.command;

import io.amends.local.program.Ports;
import io.amends.local.stack.RunFile.Running;
import io.amends.local.stack.StackFailure;
import io.amends.local.token.TokenRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names what each hotel still lacks before it may go live. */
@Command(
    name = "readiness",
    description =
        "Names what each hotel still lacks before it may go live. Exit value 1 if one lacks"
            + " something.",
    mixinStandardHelpOptions = true)
public final class ReadinessCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws InterruptedException {
    Running running = data.running();
    Ports ports = running.namedPorts();
    String token =
        data.tokens(ports)
            .issue(new TokenRequest(List.of("HEAD_OFFICE"), List.of("*"), "command-line"));
    boolean allReady = true;
    for (JsonNode hotel : hotels(ports.url(Ports.ORCHESTRATOR) + "/readiness", token)) {
      List<String> says = new ArrayList<>();
      hotel.path("says").forEach(sentence -> says.add(sentence.asString()));
      allReady &= says.isEmpty();
      System.out.printf(
          "%s (%s): %s%n",
          hotel.path("propertyId").asString(),
          hotel.path("mode").asString(),
          says.isEmpty() ? "ready" : String.join(" ", says));
    }
    return allReady ? 0 : 1;
  }

  private static JsonNode hotels(String url, String token) throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .header("Authorization", "Bearer " + token)
              .build();
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new StackFailure(
            "Expected the orchestrator to answer 200, but it answered " + answer.statusCode());
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException failure) {
      throw new StackFailure("Expected an answer from " + url + ", but: " + failure, failure);
    }
  }
}
