package io.amends.bench.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.bench.alarms.Asked.Verb;
import io.amends.bench.alarms.Told.What;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.InputGate.ReadUp;
import io.amends.kit.events.Keys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both services do what the bench asks of them, and tell nobody else. */
class KindTest {

  private static final long LONG_AGO = 1_000;
  private static final byte[] NAME = Keys.bytes(AlarmName.of(7));

  @TempDir private Path state;

  @ParameterizedTest
  @EnumSource
  void tellsWhatPassesThrough(Kind kind) {
    assertThat(told(kind, new Asked(Verb.PASS, LONG_AGO).write(new byte[0])))
        .containsExactly(What.PASSED);
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatIsDue(Kind kind) {
    byte[] origin = Keys.bytes(AlarmName.origin(AlarmName.of(7)));
    assertThat(told(kind, new Asked(Verb.ARM, LONG_AGO).write(origin))).containsExactly(What.RUNG);
  }

  @ParameterizedTest
  @EnumSource
  void tellsNothingThatIsCalledOff(Kind kind) {
    byte[] origin = Keys.bytes(AlarmName.origin(AlarmName.of(7)));
    assertThat(
            told(
                kind,
                new Asked(Verb.ARM, LONG_AGO).write(origin),
                new Asked(Verb.CALL_OFF, LONG_AGO).write(new byte[0])))
        .isEmpty();
  }

  private List<What> told(Kind kind, byte[]... asked) {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, kind.serviceName());
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    HotelClock clock = HotelClock.system();
    DeadlineService deadlines =
        new DeadlineService(
            clock, _ -> () -> new ReadUp(clock.real(), false), new SimpleMeterRegistry());
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            kind.topology(new TopologyConfig(new StreamsConfig(config)), deadlines), config)) {
      TestInputTopic<byte[], byte[]> in =
          driver.createInputTopic(
              kind.asked(), new ByteArraySerializer(), new ByteArraySerializer());
      for (byte[] one : asked) {
        in.pipeInput(NAME, one);
      }
      driver.advanceWallClockTime(Duration.ofSeconds(1));
      return driver
          .createOutputTopic(kind.told(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
          .readValuesToList()
          .stream()
          .map(Told::read)
          .map(Told::what)
          .toList();
    }
  }
}
