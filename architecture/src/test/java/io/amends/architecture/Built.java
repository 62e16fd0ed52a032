package io.amends.architecture;

import io.amends.contracts.topics.Party;
import io.amends.intake.contact.ContactKeys;
import io.amends.intake.domain.Sources;
import io.amends.intake.stream.IntakeTopology;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.InputGate.ReadUp;
import io.amends.kit.security.DerivedCodes;
import io.amends.kit.security.KeyedHash;
import io.amends.notification.stream.GateTopology;
import io.amends.orchestrator.stream.RecoveryTopology;
import io.amends.scorer.stream.RiskSettings;
import io.amends.scorer.stream.RiskTopology;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** Every topology of the house, as its service builds it. */
enum Built {
  INTAKE(Party.INTAKE, IntakeTopology.class) {
    @Override
    Topology build() {
      return IntakeTopology.build(
          "",
          config(),
          new Sources(Map.of()),
          new ContactKeys(new KeyedHash(KEY, "contact"), Set.of()),
          clock(),
          deadlines(),
          meters());
    }
  },
  RECOVERY(Party.ORCHESTRATOR, RecoveryTopology.class) {
    @Override
    Topology build() {
      return RecoveryTopology.build("", config(), clock(), deadlines(), meters());
    }
  },
  RISK(Party.SCORER, RiskTopology.class) {
    @Override
    Topology build() {
      return RiskTopology.build(
          "", config(), clock(), deadlines(), meters(), RiskSettings.DEFAULT, (_, _) -> {});
    }
  },
  GATE(Party.NOTIFICATION, GateTopology.class) {
    @Override
    Topology build() {
      return GateTopology.build("", config(), clock(), deadlines(), new DerivedCodes(KEY), false);
    }
  };

  private static final String KEY = "k1:" + "A".repeat(43);

  private final Party service;
  private final Class<?> builder;

  Built(Party service, Class<?> builder) {
    this.service = service;
    this.builder = builder;
  }

  abstract Topology build();

  Party service() {
    return service;
  }

  Class<?> builder() {
    return builder;
  }

  private static TopologyConfig config() {
    return new TopologyConfig(
        new StreamsConfig(
            Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "described",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true)));
  }

  private static HotelClock clock() {
    return HotelClock.system();
  }

  private static DeadlineService deadlines() {
    return new DeadlineService(
        clock(), _ -> () -> new ReadUp(clock().real(), false), meters()); // nothing ever runs
  }

  private static MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }
}
