package io.amends.scorer.stream;

import io.amends.kit.clock.StillClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.InputGate;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;

/** The scorer's whole topology without a broker; its inputs are always read up. */
final class RiskDriver {

  private RiskDriver() {}

  static TopologyTestDriver start(
      Path folder, StillClock clock, MeterRegistry meters, RiskSettings settings, Fitter fits) {
    Properties config = new Properties();
    config.setProperty(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    config.setProperty(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.setProperty(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    DeadlineService deadlines =
        new DeadlineService(clock, _ -> () -> new InputGate.ReadUp(clock.real(), false), meters);
    Instant start = clock.instant();
    return new TopologyTestDriver(
        RiskTopology.build(
            "",
            new TopologyConfig(new StreamsConfig(config)),
            clock,
            deadlines,
            meters,
            settings,
            fits),
        config,
        start);
  }
}
