package io.amends.endtoend;

import io.amends.kit.events.Json;
import io.amends.local.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A real Chromium with the window of a telephone, driven by its own protocol. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();

  private Browser(Path program, Path profile) throws Exception {
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path active = profile.resolve("DevToolsActivePort");
    boolean there = Waiting.until(PATIENCE, () -> Files.exists(active) && hasTwoLines(active));
    if (!there) {
      process.destroyForcibly();
      throw new AssertionError("Chromium did not start in " + PATIENCE);
    }
    String port = Files.readAllLines(active).getFirst();
    JsonNode pages = Json.mapper().readTree(get("http://127.0.0.1:" + port + "/json/list"));
    String address = pages.get(0).path("webSocketDebuggerUrl").asString();
    socket =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener())
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
  }

  /** The Chromium of this machine; empty if there is none. */
  static Optional<Path> program() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser start(Path profile) throws Exception {
    return new Browser(program().orElseThrow(), profile);
  }

  private static boolean hasTwoLines(Path file) {
    try {
      return Files.readAllLines(file).size() >= 2;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String get(String address) throws Exception {
    return http.send(
            java.net.http.HttpRequest.newBuilder(URI.create(address)).build(),
            java.net.http.HttpResponse.BodyHandlers.ofString())
        .body();
  }

  void open(String address) {
    ask("Page.navigate", Map.of("url", address));
    Chain.until(
        "the page is there",
        () ->
            run("document.readyState == 'complete' && location.href != 'about:blank'").asBoolean());
  }

  /** The value of an expression in the page; missing while a page comes. */
  JsonNode run(String script) {
    return ask("Runtime.evaluate", Map.of("expression", script, "returnByValue", true))
        .at("/result/result/value");
  }

  void picture(Path file) throws IOException {
    JsonNode answer =
        ask("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(answer.at("/result/data").asString()));
  }

  private JsonNode ask(String method, Map<String, Object> params) {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    String text =
        Json.mapper().writeValueAsString(Map.of("id", id, "method", method, "params", params));
    socket.sendText(text, true).join();
    return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder begun = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
      begun.append(part);
      if (whole) {
        JsonNode message = Json.mapper().readTree(begun.toString());
        begun.setLength(0);
        CompletableFuture<JsonNode> waiting = asked.remove(message.path("id").asInt(0));
        if (waiting != null) {
          waiting.complete(message);
        }
      }
      from.request(1);
      return CompletableFuture.completedStage(List.of());
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }
}
