package io.amends.kit.deadlines;

import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.WithStores;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The smallest service with deadlines: a record arms the alarm of its key for the instant in its
 * body, an empty body calls it off, and one that rings goes to {@code rung}.
 */
public final class AlarmClock {

  public static final String IN = "alarms";
  public static final String OUT = "rung";
  public static final String STORE = "alarm-deadlines";
  private static final String STATE = "alarm-state";
  private static final String RINGING = "ringing";

  /** Begins the name of one that makes two others ring. */
  public static final String CHAIN = "chain";

  /** Arms another for a second later. */
  public static final String AHEAD = "ahead";

  /** Begins the name of one whose ring can't be written. */
  public static final String HEAVY = "heavy";

  /** Begins the name of one over which the broker does not answer, once. */
  public static final String SLOW = "slow";

  /** Begins the name of one that calls off the alarm whose name follows. */
  static final String SETTLES = "settles-";

  private static final Set<String> TRIED = ConcurrentHashMap.newKeySet();

  private AlarmClock() {}

  public static Topology topology(
      String prefix, @Nullable TopologyConfig config, DeadlineService deadlines) {
    Deserializer<byte[]> in = Serdes.ByteArray().deserializer();
    Serializer<byte[]> out = Serdes.ByteArray().serializer();
    Topology topology = config == null ? new Topology() : new Topology(config);
    topology
        .addSource("in", in, in, prefix + IN)
        .addProcessor(
            RINGING,
            WithStores.of(
                    () -> new Ringing(deadlines),
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(STATE), Serdes.String(), Serdes.String())
                        .withCachingDisabled())
                .and(DurableDeadlines.stores(STORE)),
            "in")
        .addSink("out", prefix + OUT, out, out, RINGING);
    return DeadLetters.addSink(topology, RINGING);
  }

  private static final class Ringing extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

    private final DeadlineService service;
    private KeyValueStore<String, String> state;
    private DurableDeadlines<Alarm> deadlines;

    Ringing(DeadlineService service) {
      this.service = service;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      super.init(context);
      state = context.getStateStore(STATE);
      deadlines = service.start(context, STORE, new Alarm.Format(), this::ring);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      String name = Keys.text(record.key());
      String text = Keys.text(record.value());
      Set<Alarm> before = running(name);
      Set<Alarm> after = text.isEmpty() ? Set.of() : Set.of(new Alarm(name, Instant.parse(text)));
      state.put(name, text);
      deadlines.replace(before, after, new Origin(name, name + "-cause", null));
    }

    private Set<Alarm> running(String name) {
      String text = state.get(name);
      return text == null || text.isEmpty()
          ? Set.of()
          : Set.of(new Alarm(name, Instant.parse(text)));
    }

    private Runnable ring(Alarm alarm, Firing firing) {
      if (alarm.name().startsWith("bad")) {
        throw new IllegalStateException("alarm: bad (expected: good)");
      }
      if (!running(alarm.name()).contains(alarm)) {
        return () -> {};
      }
      String told = firing.origin().causationId() + (firing.forced() ? " forced" : "");
      return () -> {
        state.put(alarm.name(), "");
        deadlines.replace(Set.of(alarm), echoes(alarm), firing.origin());
        settle(alarm);
        context().forward(new Record<>(Keys.bytes(alarm.name()), Keys.bytes(told), 0), "out");
        fail(alarm);
      };
    }

    private Set<Alarm> echoes(Alarm alarm) {
      Set<Alarm> echoes = echoesOf(alarm);
      echoes.forEach(echo -> state.put(echo.name(), echo.dueAt().toString()));
      return echoes;
    }

    /** What rings because another rings; due at the same instant, before it, or a little later. */
    private static Set<Alarm> echoesOf(Alarm alarm) {
      if (alarm.name().startsWith(CHAIN)) {
        return Set.of(
            new Alarm("a-" + alarm.name(), alarm.dueAt()),
            new Alarm("z-" + alarm.name(), alarm.dueAt().minusSeconds(1)));
      }
      return alarm.name().startsWith(AHEAD)
          ? Set.of(new Alarm("a-" + alarm.name(), alarm.dueAt().plusSeconds(1)))
          : Set.of();
    }

    private void settle(Alarm alarm) {
      if (alarm.name().startsWith(SETTLES)) {
        String other = alarm.name().substring(SETTLES.length());
        deadlines.replace(running(other), Set.of(), new Origin(other, other, null));
        state.put(other, "");
      }
    }

    private void fail(Alarm alarm) {
      if (alarm.name().startsWith(HEAVY)) {
        context().forward(new Record<>(Keys.bytes(alarm.name()), new byte[2_000_000], 0), "out");
      }
      if (alarm.name().startsWith(SLOW) && TRIED.add(alarm.name())) {
        throw new TimeoutException("the broker does not answer (expected: within a minute)");
      }
    }
  }
}
