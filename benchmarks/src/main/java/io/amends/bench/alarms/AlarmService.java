package io.amends.bench.alarms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.streams.ClusterSettings;
import io.amends.kit.streams.ExpectedTopic;
import io.amends.kit.streams.StreamsApp;
import io.amends.kit.streams.StreamsRuntime;
import io.amends.kit.streams.StreamsSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** A process with alarms, set up as the stack sets up a service, on that service's runtime. */
public final class AlarmService {

  /** Of its topics; one stream thread has them all. */
  public static final int PARTITIONS = 4;

  private static final StreamsSettings AS_SHIPPED =
      new StreamsSettings(
          Path.of(variable("AMENDS_STATE_DIR")),
          1,
          0,
          Duration.ofMillis(200),
          64_000_000,
          5,
          Duration.ofMinutes(2),
          Map.of());

  private final StreamsRuntime runtime;

  private AlarmService(Kind kind, HotelClock clock) {
    runtime =
        new StreamsRuntime(
            "bench.",
            kind.serviceName(),
            BrokerAccess.open(variable("SPRING_KAFKA_BOOTSTRAP_SERVERS")),
            "localhost:" + variable("SERVER_PORT"),
            AS_SHIPPED,
            ClusterSettings.ANY,
            clock);
    DeadlineService deadlines =
        new DeadlineService(
            clock, runtime.gates(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    runtime.run(
        new StreamsApp(
            kind.serviceName(),
            kind.topology(runtime.topologyConfig(), deadlines),
            List.of(
                new ExpectedTopic(
                    kind.asked(), Map.of("message.timestamp.type", "LogAppendTime"), true))));
  }

  /** Runs until it is asked to stop; the argument is the {@link Kind}. */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    AlarmService service = new AlarmService(Kind.valueOf(arguments[0]), HotelClock.system());
    Runtime.getRuntime().addShutdownHook(new Thread(service.runtime::stop, "stop"));
    service.runtime.start();
    service.listen();
  }

  private void listen() throws IOException {
    int port = Integer.parseInt(variable("SERVER_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/actuator/health/readiness",
        exchange -> answer(exchange, runtime.ready() ? 200 : 503, runtime.ready() ? "UP" : "DOWN"));
    server.createContext("/open", exchange -> answer(exchange, 200, Long.toString(open())));
    server.start();
  }

  /** How many alarms are set, counted one by one. */
  private long open() {
    ReadOnlyKeyValueStore<Bytes, byte[]> store =
        runtime
            .streams()
            .store(
                StoreQueryParameters.fromNameAndType(
                    Kind.STORE, QueryableStoreTypes.keyValueStore()));
    long open = 0;
    try (KeyValueIterator<Bytes, byte[]> rows = store.range(null, DurableDeadlines.end())) {
      for (; rows.hasNext(); rows.next()) {
        open++;
      }
    }
    return open;
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + ": absent (expected: to be started by the stack)");
    }
    return value;
  }
}
