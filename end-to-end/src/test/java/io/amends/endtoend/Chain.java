package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.Topic;
import io.amends.kit.clock.MovableClock;
import io.amends.kit.events.Json;
import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackBuilder;
import io.amends.local.token.TokenRequest;
import io.amends.local.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;

/**
 * A chain that runs: every process, from its shipped jar, on free ports and a movable clock;
 * started once for all tests. Everything here is done as an outsider does it.
 */
public final class Chain implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Stack stack;
  private final Path folder;
  private final MovableClock clock;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Tokens tokens;
  private final Map<String, String> issued = new ConcurrentHashMap<>();

  private Chain() {
    this(plan -> plan);
  }

  private Chain(UnaryOperator<StackBuilder> more) {
    try {
      folder = Files.createTempDirectory("amends-end-to-end");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    stack =
        more.apply(
                Stack.of(Installation.here(), folder)
                    .ports(Ports.free())
                    .environment(
                        "AMENDS_NOTIFICATION_WEBHOOKSECRETS",
                        "tasks:" + OtherSystem.SECRET + ",loyalty:" + OtherSystem.SECRET)
                    .movableClock()
                    .leaveTheDead())
            .start();
    clock = new MovableClock(stack.data().clock());
    tokens = new Tokens(stack.ports().url(Ports.IDENTITY), stack.data().secrets().commandLine());
  }

  /** Another chain, whose broker lets nobody in without an account; to be closed. */
  static Chain secured() {
    return new Chain(StackBuilder::secured);
  }

  /** Gives tests the one chain. */
  public static final class Started implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(Chain.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Chain.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(NAMESPACE)
          .computeIfAbsent(Chain.class, _ -> new Chain(), Chain.class);
    }
  }

  /** An answer over HTTP. */
  public record Answer(int status, String text) {

    public JsonNode json() {
      return Json.mapper().readTree(text);
    }
  }

  public Stack stack() {
    return stack;
  }

  public String bootstrapServers() {
    return stack.ports().bootstrapServers();
  }

  /** Tokens as the command line gets them. */
  Tokens tokens() {
    return tokens;
  }

  /** A token of somebody in a role, for all properties. */
  public String token(String role, String staff) {
    return token(role, staff, "*");
  }

  public String token(String role, String staff, String property) {
    return issued.computeIfAbsent(
        role + "/" + staff + "/" + property,
        _ -> {
          try {
            return tokens.issue(new TokenRequest(List.of(role), List.of(property), staff));
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
          }
        });
  }

  public Answer put(String service, String path, String token, Object body) {
    return send(request(service, path, token).PUT(json(body)).build());
  }

  public Answer post(
      String service, String path, String token, Object body, Map<String, String> headers) {
    HttpRequest.Builder request = request(service, path, token).POST(json(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  /**
   * Asks the orchestrator for something. Who has no outcome yet (202) asks again by the same id, as
   * every client should: it is done once.
   */
  public Answer command(String path, String token, String commandId, Object body) {
    Map<String, String> id = Map.of("Command-Id", commandId);
    AtomicReference<Answer> last = new AtomicReference<>();
    until(
        "there is an outcome of " + path,
        () -> {
          last.set(post(Ports.ORCHESTRATOR, path, token, body, id));
          return last.get().status() != 202;
        });
    return last.get();
  }

  /** Asks once, under an id of its own. */
  public Answer command(String path, String token, Object body) {
    return command(path, token, UUID.randomUUID().toString(), body);
  }

  /** Complains as a system does; the id of the complaint, once it is taken. */
  public String complain(String token, String idempotencyKey, Map<String, Object> complaint) {
    Answer taken =
        post(
            Ports.INTAKE,
            "/complaints",
            token,
            complaint,
            Map.of("Idempotency-Key", idempotencyKey));
    assertThat(taken.status()).as(taken.text()).isEqualTo(202);
    return taken.json().path("complaintId").asString();
  }

  public Answer get(String service, String path, String token) {
    return send(request(service, path, token).GET().build());
  }

  /** With any method, and an empty object where one is sent; without a token if it is empty. */
  Answer ask(String service, String method, String path, String token) {
    String verb = method.toUpperCase(Locale.ROOT);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stack.ports().url(service) + path))
            // an upgrade that is refused half way leaves the client waiting
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(Duration.ofSeconds(30))
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .method(verb, verb.equals("GET") ? BodyPublishers.noBody() : json(Map.of()));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  /** As a browser does it: without a token. */
  public Answer open(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).GET().build());
  }

  public Answer tap(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.noBody()).build());
  }

  /** As a browser sends a form: fields and values by turns, without a token. */
  public Answer fill(String url, String... fields) {
    StringJoiner form = new StringJoiner("&");
    for (int i = 0; i < fields.length; i += 2) {
      form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString()))
            .build());
  }

  /** A mail as it lies in the catcher. */
  public record Mail(String to, String subject, String text, String html) {}

  /** All mails to an address, the oldest first. */
  public List<Mail> mailsTo(String address) {
    Answer answer =
        open(stack.ports().url(Ports.IDENTITY) + "/api/mails?to=" + address + "&limit=1000");
    List<Mail> mails = new ArrayList<>();
    for (JsonNode mail : answer.json()) {
      mails.addFirst(
          new Mail(
              address,
              mail.path("subject").asString(),
              mail.path("text").asString(),
              mail.path("html").asString()));
    }
    return mails;
  }

  /** All events of a type under a key, committed so far, in order. */
  public List<JsonNode> events(Topic<?> topic, String key, String type) {
    return TopicReader.read(bootstrapServers(), topic.on("")).stream()
        .filter(record -> key.equals(TopicReader.text(record.key())))
        .filter(record -> type.equals(TopicReader.header(record, "ce_type")))
        .map(record -> Json.mapper().readTree(record.value()))
        .toList();
  }

  public Instant now() {
    return clock.instant();
  }

  /** Sets the hotel's time; from there it goes on as real time does. */
  public void at(Instant hotel) {
    clock.set(hotel, 1);
    until("it is " + hotel, () -> !clock.instant().isBefore(hotel));
  }

  /** Waits until something is so. */
  public static void until(String what, Supplier<Boolean> so) {
    until(what, PATIENCE, so);
  }

  /** Waits no longer than that until something is so. */
  static void until(String what, Duration patience, Supplier<Boolean> so) {
    long end = System.nanoTime() + patience.toNanos();
    while (!so.get()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited " + patience.toSeconds() + " s in vain until " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private HttpRequest.Builder request(String service, String path, String token) {
    return HttpRequest.newBuilder(URI.create(stack.ports().url(service) + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    return body instanceof String text
        ? BodyPublishers.ofString(text)
        : BodyPublishers.ofByteArray(Json.bytes(body));
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    stack.close();
    http.close();
    try (var files = Files.walk(folder)) {
      keepLogs();
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What the services said, for whoever looks into a run that failed. */
  private void keepLogs() throws IOException {
    Path kept = Path.of("target", "logs", folder.getFileName().toString());
    Files.createDirectories(kept);
    try (var logs = Files.list(folder.resolve("logs"))) {
      for (Path log : logs.toList()) {
        Files.copy(log, kept.resolve(log.getFileName()));
      }
    }
  }
}
