package io.amends.bench.scorer;

import com.sun.net.httpserver.HttpServer;
import io.amends.contracts.topics.Topics;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Keys;
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
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What the machine can do at best: the same reads, one row of a guest's size read and written, one
 * row of a wake-up's size written, one record of a score's size forwarded; exactly once, with no
 * model.
 */
public final class BareScorer {

  static final String NAME = "bare-scorer";
  static final String TOLD = "bench.bare-scores.v1";

  private static final String PROCESSOR = "bare";
  private static final String GUESTS = "bare-guests";
  private static final String WAKE_UPS = "bare-wake-ups";

  /** As the scorer has them after one stay, in bytes. */
  private static final int GUEST = 130;

  private static final int WAKE_UP = 60;
  private static final int SCORE = 520;

  private BareScorer() {}

  /** Runs until it is asked to stop. */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    HotelClock clock = HotelClock.system();
    StreamsRuntime runtime =
        new StreamsRuntime(
            "",
            NAME,
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
            clock);
    String in = Topics.INTERACTIONS.name();
    runtime.run(
        new StreamsApp(
            NAME,
            topology(),
            List.of(
                new ExpectedTopic(in, Map.of("message.timestamp.type", "LogAppendTime"), true))));
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

  private static Topology topology() {
    Topology topology =
        new Topology()
            .addSource(
                "in",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.INTERACTIONS.name())
            .addProcessor(
                PROCESSOR,
                WithStores.of(Bare::new, WithStores.rows(GUESTS), WithStores.rows(WAKE_UPS)),
                "in")
            .addSink("told", TOLD, new ByteArraySerializer(), new ByteArraySerializer(), PROCESSOR);
    return DeadLetters.addSink(topology, PROCESSOR);
  }

  private static final class Bare extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

    private KeyValueStore<String, byte[]> guests;
    private KeyValueStore<String, byte[]> wakeUps;

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      super.init(context);
      guests = context.getStateStore(GUESTS);
      wakeUps = context.getStateStore(WAKE_UPS);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      String guest = Keys.text(record.key());
      byte[] before = guests.get(guest);
      byte[] row = before == null ? new byte[GUEST] : before;
      guests.put(guest, row);
      wakeUps.put(guest, new byte[WAKE_UP]);
      context().forward(record.withValue(new byte[SCORE]), "told");
    }
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + ": absent (expected: to be started by the bench)");
    }
    return value;
  }
}
