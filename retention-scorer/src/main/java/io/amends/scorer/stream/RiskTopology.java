package io.amends.scorer.stream;

import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.GlobalTables;
import io.amends.kit.streams.WithStores;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** What befalls guests in; scores, alerts and dead letters out; one key all the way. */
public final class RiskTopology {

  /** The store of watched guests, by guest id. */
  public static final String GUESTS = RiskProcessor.GUESTS;

  /** The global table of policies. */
  public static final String POLICIES = RiskProcessor.POLICIES;

  /** The global table of models, and of what became of fits. */
  public static final String MODELS = RiskProcessor.MODELS;

  private RiskTopology() {}

  public static Topology build(
      String prefix,
      TopologyConfig config,
      HotelClock clock,
      DeadlineService deadlines,
      MeterRegistry meters,
      RiskSettings settings,
      Fitter fitter) {
    Deserializer<byte[]> in = Serdes.ByteArray().deserializer();
    Serializer<byte[]> out = Serdes.ByteArray().serializer();
    RiskMeters counts = new RiskMeters(meters);
    Topology topology =
        new Topology(config)
            .addSource(
                "concerning-guests",
                in,
                in,
                Topics.INTERACTIONS.on(prefix),
                Topics.COMPLAINTS.on(prefix),
                Topics.CASE_EVENTS.on(prefix),
                Topics.NOTIFICATIONS.on(prefix),
                Topics.GUESTS.on(prefix),
                Topics.GUEST_LINKS.on(prefix),
                Topics.HAND_OVERS.on(prefix))
            .addProcessor(
                RiskProcessor.NAME,
                WithStores.of(
                        () -> new RiskProcessor(clock, deadlines, counts, settings, fitter),
                        WithStores.rows(GUESTS),
                        WithStores.rows(Rescoring.PROGRESS))
                    .and(DurableDeadlines.stores(RiskProcessor.WAKE_UPS))
                    .and(DurableDeadlines.stores(FitSchedule.DEADLINES)),
                "concerning-guests")
            .addSink("scores", Topics.RISK_SCORES.on(prefix), out, out, RiskProcessor.NAME)
            .addSink("alerts", Topics.RISK_ALERTS.on(prefix), out, out, RiskProcessor.NAME)
            .addSink(HandOver.SINK, Topics.HAND_OVERS.on(prefix), out, out, RiskProcessor.NAME);
    DeadLetters.addSink(topology, RiskProcessor.NAME);
    GlobalTables.add(topology, POLICIES, Topics.POLICIES.on(prefix));
    GlobalTables.add(topology, MODELS, Topics.MODELS.on(prefix));
    return GlobalTables.add(topology, RiskProcessor.RATES, Topics.RATES.on(prefix));
  }
}
