package io.amends.endtoend;

import io.amends.kit.events.Json;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A real browser without a screen, spoken to in the W3C WebDriver protocol. */
final class DeskBrowser implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final String address;
  private final String session;

  private DeskBrowser(Process driver, String address, String language) {
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
                            "pageLoadStrategy",
                            "eager",
                            "timeouts",
                            Map.of("pageLoad", 60_000, "script", 60_000),
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
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts one whose reader speaks that language. */
  static DeskBrowser start(String language) {
    int port = freePort();
    try {
      Process driver =
          new ProcessBuilder(driver().orElseThrow().toString(), "--port=" + port)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new DeskBrowser(driver, "http://127.0.0.1:" + port, language);
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

  /** Clicks once the script is over: a page that goes away under its script is never answered. */
  void click(String selector) {
    run(
        "const it = document.querySelector(%s); setTimeout(() => it.click())"
            .formatted(quoted(selector)));
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
      return false;
    }
  }

  private JsonNode send(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(Duration.ofSeconds(90))
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
    }
  }

  @Override
  public void close() {
    send("DELETE", "/session/" + session, null);
    driver.destroy();
    http.close();
  }
}
