package io.amends.bench.stack;

import com.sun.net.httpserver.HttpServer;
import io.amends.contracts.topics.Topic;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.streams.ClusterSettings;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.ExpectedTopic;
import io.amends.kit.streams.StreamsApp;
import io.amends.kit.streams.StreamsRuntime;
import io.amends.kit.streams.StreamsSettings;
import io.amends.kit.streams.WithStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/** A topology without any rule, run as services run theirs: the machine's bare limit. */
public final class BareService {

  /** Where its processor forwards to. */
  public static final String TOLD = "told";

  private static final String PROCESSOR = "bare";

  private BareService() {}

  /**
   * Runs until the process is asked to stop.
   *
   * @param in what it reads
   * @param told the topic to which it forwards, by the child {@link #TOLD}
   */
  public static void run(
      String name, Topic<?> in, String told, WithStores<byte[], byte[]> processor)
      throws IOException {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    StreamsRuntime runtime =
        new StreamsRuntime(
            "",
            name,
            BrokerAccess.open(variable("SPRING_KAFKA_BOOTSTRAP_SERVERS")),
            "localhost:" + variable("SERVER_PORT"),
            new StreamsSettings(
                Path.of(variable("AMENDS_STATE_DIR")),
                Integer.parseInt(variable("AMENDS_STREAMS_THREADS")),
                0,
                Duration.ofMillis(200),
                64_000_000,
                5,
                Duration.ofMinutes(2),
                Map.of()),
            ClusterSettings.ANY,
            HotelClock.system());
    runtime.run(
        new StreamsApp(
            name,
            topology(in, told, processor),
            List.of(
                new ExpectedTopic(
                    in.name(), Map.of("message.timestamp.type", "LogAppendTime"), true))));
    Runtime.getRuntime().addShutdownHook(new Thread(runtime::stop, "stop"));
    runtime.start();
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(variable("SERVER_PORT"))),
            0);
    server.createContext(
        "/actuator/health/readiness",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(runtime.ready() ? 200 : 503, -1);
          }
        });
    server.start();
  }

  private static Topology topology(Topic<?> in, String told, WithStores<byte[], byte[]> processor) {
    Topology topology =
        new Topology()
            .addSource("in", new ByteArrayDeserializer(), new ByteArrayDeserializer(), in.name())
            .addProcessor(PROCESSOR, processor, "in")
            .addSink(TOLD, told, new ByteArraySerializer(), new ByteArraySerializer(), PROCESSOR);
    return DeadLetters.addSink(topology, PROCESSOR);
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + ": absent (expected: to be started by the bench)");
    }
    return value;
  }
}
