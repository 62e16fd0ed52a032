package io.amends.orchestrator.stream;

import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.ExpiringKeys;
import io.amends.kit.streams.GlobalTables;
import io.amends.kit.streams.WithStores;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/**
 * Complaints, commands and what others know in; events, snapshots, outcomes and dead letters out;
 * one key all the way. Beside it, what is counted across guests, under whose month it is; and under
 * the hotel, cases that may be about the same.
 *
 * <p>Streams numbers the parts by the names of their sources in alphabetical order, and numbers are
 * for life: a new source has a name that comes after all others.
 */
public final class RecoveryTopology {

  /** The store of all cases, by {@code guest id/case id}. */
  public static final String CASES = RecoveryProcessor.CASES;

  /** The store of what cases pin, by name. */
  public static final String PINNED = RecoveryProcessor.PINNED;

  /** The global table of rosters, by property id. */
  public static final String ROSTERS = RecoveryProcessor.ROSTERS;

  /** The global table of hotels, by property id. */
  public static final String PROPERTIES = RecoveryProcessor.PROPERTIES;

  /** The global table of rates, by currency and day. */
  public static final String RATES = "rates";

  static final String LIKENESS = "likeness";
  static final String SUGGESTIONS = "suggestions";

  /** The store of what guests with a case are worth, as far as that is at risk. */
  public static final String VALUES = RecoveryProcessor.VALUES;

  /** The store of all months, by budget. */
  public static final String BUDGETS = BudgetProcessor.BUDGETS;

  private RecoveryTopology() {}

  public static Topology build(
      String prefix,
      TopologyConfig config,
      HotelClock clock,
      DeadlineService deadlines,
      MeterRegistry meters) {
    Deserializer<byte[]> in = Serdes.ByteArray().deserializer();
    Serializer<byte[]> out = Serdes.ByteArray().serializer();
    RecoveryMeters counts = new RecoveryMeters(meters);
    Topology topology =
        new Topology(config)
            .addSource(
                "asked",
                in,
                in,
                Topics.COMPLAINTS.on(prefix),
                Topics.COMMANDS.on(prefix),
                Topics.INTERACTIONS.on(prefix),
                Topics.GUEST_LINKS.on(prefix),
                Topics.UPDATES.on(prefix),
                Topics.GUESTS.on(prefix),
                Topics.BUDGETS_ANSWERED.on(prefix),
                Topics.HANDED_OVER.on(prefix),
                Topics.RISK_SCORES.on(prefix))
            .addProcessor(
                "recovery",
                WithStores.of(
                        () -> new RecoveryProcessor(clock, deadlines, counts),
                        WithStores.rows(CASES),
                        WithStores.rows(PINNED),
                        WithStores.rows(VALUES),
                        WithStores.rows(RecoveryProcessor.GUEST_TIERS),
                        ExpiringKeys.store(RecoveryProcessor.GIVEN))
                    .and(DurableDeadlines.stores(RecoveryProcessor.DEADLINES)),
                "asked")
            .addSink("joins", Topics.COMMANDS.on(prefix), out, out, "recovery")
            .addSink("sightings", Topics.SIGHTINGS.on(prefix), out, out, "recovery")
            .addSink("case-events", Topics.CASE_EVENTS.on(prefix), out, out, "recovery")
            .addSink("cases", Topics.CASES.on(prefix), out, out, Keys.byFirstPart(), "recovery")
            .addSink("outcomes", Topics.COMMAND_OUTCOMES.on(prefix), out, out, "recovery")
            .addSink("budget-messages", Topics.BUDGETS_ASKED.on(prefix), out, out, "recovery")
            .addSource("budgets-asked", in, in, Topics.BUDGETS_ASKED.on(prefix))
            .addProcessor(
                "budgets",
                WithStores.of(() -> new BudgetProcessor(clock, deadlines), WithStores.rows(BUDGETS))
                    .and(DurableDeadlines.stores(BudgetProcessor.ENDS)),
                "budgets-asked")
            .addSink("budget-replies", Topics.BUDGETS_ANSWERED.on(prefix), out, out, "budgets");
    DeadLetters.addSink(topology, "recovery");
    DeadLetters.addSink(topology, "budgets");
    topology
        .addSource("seen", in, in, Topics.SIGHTINGS.on(prefix), Topics.NIGHT_AUDITS.on(prefix))
        .addProcessor(
            LIKENESS,
            WithStores.of(
                LikenessProcessor::new,
                WithStores.rows(LikenessProcessor.SIGHTINGS),
                WithStores.rows(LikenessProcessor.AUDITS)),
            "seen")
        .addSink(SUGGESTIONS, Topics.COMMANDS.on(prefix), out, out, LIKENESS);
    DeadLetters.addSink(topology, LIKENESS);
    GlobalTables.add(topology, RecoveryProcessor.POLICIES, Topics.POLICIES.on(prefix));
    GlobalTables.add(topology, ROSTERS, Topics.ROSTERS.on(prefix));
    GlobalTables.add(topology, RATES, Topics.RATES.on(prefix));
    return GlobalTables.add(topology, PROPERTIES, Topics.PROPERTIES.on(prefix));
  }
}
