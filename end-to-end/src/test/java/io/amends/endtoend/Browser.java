package io.amends.endtoend;

import io.amends.kit.events.Json;
<<<<<<< HEAD
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
=======
import io.amends.local.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
>>>>>>> main
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
<<<<<<< HEAD
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A real browser without a screen, spoken to in the W3C WebDriver protocol. */
final class Browser implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final String address;
  private final String session;

  private Browser(Process driver, String address, String language) {
    this.driver = driver;
    this.address = address;
    Chain.until("the driver answers", this::answers);
    Map<String, Object> chrome =
        Map.of(
            "args",
            List.of(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"),
            "prefs",
            Map.of("intl.accept_languages", language));
    this.session =
        send(
                "POST",
                "/session",
                Map.of(
                    "capabilities",
                    Map.of(
                        "alwaysMatch",
                        Map.of(
                            "goog:chromeOptions",
                            chrome,
                            "goog:loggingPrefs",
                            Map.of("browser", "ALL")))))
            .path("sessionId")
            .asString();
  }

  /** Where the driver lies on this machine; empty where there is none. */
  static Optional<Path> driver() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .map(folder -> Path.of(folder, "chromedriver"))
=======
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
>>>>>>> main
        .filter(Files::isExecutable)
        .findFirst();
  }

<<<<<<< HEAD
  /** Starts one whose reader speaks that language. */
  static Browser start(String language) {
    int port = freePort();
    try {
      Process driver =
          new ProcessBuilder(driver().orElseThrow().toString(), "--port=" + port)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new Browser(driver, "http://127.0.0.1:" + port, language);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void open(String url) {
    command("/url", Map.of("url", url));
  }

  String address() {
    return send("GET", "/session/" + session + "/url", null).asString();
  }

  /** Runs a script in the page; what it returns. */
  JsonNode run(String script) {
    return command("/execute/sync", Map.of("script", script, "args", List.of()));
  }

  /** The text that a person sees. */
  String text() {
    return run("return document.body.innerText").asString();
  }

  void click(String selector) {
    run("document.querySelector(" + quoted(selector) + ").click()");
  }

  void fill(String selector, String value) {
    run("document.querySelector(%s).value = %s".formatted(quoted(selector), quoted(value)));
  }

  /** As wide as a phone or a screen, light or dark. */
  void look(int width, boolean dark) {
    devTools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    devTools(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** The page as it looks, whole, as a picture in a file. */
  void picture(Path file, int width) {
    int height = run("return document.documentElement.scrollHeight").asInt();
    devTools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    String png =
        devTools("Page.captureScreenshot", Map.of("format", "png")).path("data").asString();
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, Base64.getDecoder().decode(png));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * What the browser complained of since the last call, such as a script that the policy forbids.
   */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (JsonNode entry : command("/se/log", Map.of("type", "browser"))) {
      complaints.add(entry.path("level").asString() + " " + entry.path("message").asString());
    }
    return complaints;
  }

  private JsonNode devTools(String name, Map<String, Object> parameters) {
    return command("/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
  }

  private static String quoted(String text) {
    return Json.mapper().writeValueAsString(text);
  }

  private JsonNode command(String path, Object body) {
    return send("POST", "/session/" + session + path, body);
  }

  private boolean answers() {
    try {
      return send("GET", "/status", null).path("ready").asBoolean();
    } catch (UncheckedIOException notYet) {
=======
  static Browser start(Path profile) throws Exception {
    return new Browser(program().orElseThrow(), profile);
  }

  private static boolean hasTwoLines(Path file) {
    try {
      return Files.readAllLines(file).size() >= 2;
    } catch (IOException notYet) {
>>>>>>> main
      return false;
    }
  }

<<<<<<< HEAD
  private JsonNode send(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(Json.bytes(body)));
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      JsonNode value = Json.mapper().readTree(answer.body()).path("value");
      if (answer.statusCode() != 200) {
        throw new AssertionError(method + " " + path + ": " + value.path("message").asString());
      }
      return value;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
=======
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
>>>>>>> main
    }
  }

  @Override
  public void close() {
<<<<<<< HEAD
    send("DELETE", "/session/" + session, null);
    driver.destroy();
=======
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
>>>>>>> main
    http.close();
  }
}
