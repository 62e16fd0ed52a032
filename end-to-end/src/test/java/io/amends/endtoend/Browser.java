package io.amends.endtoend;

import io.amends.kit.events.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;

/** A real browser without a screen, as a person of one language has it. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int HEIGHT = 900;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static boolean isHere() {
    return program().isPresent();
  }

  /** Where its driver lies on this machine; empty where there is none. */
  private static Optional<File> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .map(folder -> Path.of(folder, "chromedriver"))
        .filter(Files::isExecutable)
        .map(Path::toFile)
        .findFirst();
  }

  /** Starts one whose reader speaks that language. */
  static Browser start(String language) {
    LoggingPreferences complaints = new LoggingPreferences();
    complaints.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
    options.setPageLoadStrategy(PageLoadStrategy.EAGER);
    options.setPageLoadTimeout(PATIENCE);
    options.setScriptTimeout(PATIENCE);
    options.setCapability(ChromeOptions.LOGGING_PREFS, complaints);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program().orElseThrow())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** From now on whoever reads brings this token, and need not sign in. */
  Browser as(String token) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders",
        Map.of("headers", Map.of("Authorization", "Bearer " + token)));
    return this;
  }

  void open(String url) {
    driver.get(url);
  }

  String address() {
    return driver.getCurrentUrl();
  }

  /** Runs a script in the page; what it returns. */
  JsonNode run(String script) {
    return Json.mapper().valueToTree(driver.executeScript(script));
  }

  /** The text that a person sees; nothing while a page comes. */
  String text() {
    return run("return document.body ? document.body.innerText : ''").asString("");
  }

  /** Clicks once the script is over: a page that goes away under its script is never answered. */
  void click(String selector) {
    awaits(selector);
    driver.executeScript(
        "const what = arguments[0]; setTimeout(() => document.querySelector(what).click())",
        selector);
  }

  /** Holds the button of the mouse down on it, as a slow finger does. */
  void press(String selector) {
    Chain.until("there is " + selector + " to press", () -> presses(selector));
  }

  /** Not if the page has just taken another in its place. */
  private boolean presses(String selector) {
    try {
      WebElement it = driver.findElement(By.cssSelector(selector));
      driver.executeScript(
          "arguments[0].scrollIntoView({block: 'center'})", it); // not under the bar
      new Actions(driver).clickAndHold(it).perform();
      return true;
    } catch (NoSuchElementException | StaleElementReferenceException another) {
      return false;
    }
  }

  /** Lets go of what is pressed. */
  void letGo() {
    new Actions(driver).release().perform();
  }

  private void awaits(String selector) {
    Chain.until("there is " + selector, () -> has(selector));
  }

  void fill(String selector, String value) {
    driver.executeScript(
        "const it = document.querySelector(arguments[0]); it.focus(); it.value = arguments[1]",
        selector,
        value);
  }

  boolean has(String selector) {
    return Boolean.TRUE.equals(
        driver.executeScript("return document.querySelector(arguments[0]) !== null", selector));
  }

  /** As wide as a telephone or a screen, light or dark. */
  void look(int width, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Whether the page is wider; a telephone's own window grows with what does not fit into it. */
  boolean isWiderThan(int width) {
    JsonNode lies =
        run(
            "const head = (document.querySelector('.top') ?? document.body).getBoundingClientRect(); return"
                + " [document.documentElement.scrollWidth, head.left, head.width]");
    return lies.path(0).asInt() > width
        || lies.path(1).asInt() != 0
        || lies.path(2).asInt() > width;
  }

  /** The page as it looks, whole, as a picture in a file. */
  void picture(Path file) {
    JsonNode size =
        run("return [innerWidth, Math.max(innerHeight, document.documentElement.scrollHeight)]");
    Map<String, Object> answer =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of(
                "captureBeyondViewport",
                size.path(1).asInt() > HEIGHT, // else what runs from right to left is cut off
                "clip",
                Map.of(
                    "x", 0,
                    "y", 0,
                    "width", size.path(0).asInt(),
                    "height", size.path(1).asInt(),
                    "scale", 1)));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, Base64.getDecoder().decode(String.valueOf(answer.get("data"))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * What the browser complained of since the last call, such as a script that the policy forbids.
   */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
