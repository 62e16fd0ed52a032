package io.amends.kit.deadlines;

import io.amends.kit.clock.HotelClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link DurableDeadlines} over three stores of the task. */
final class IndexedDeadlines<D> implements DurableDeadlines<D> {

  private static final Logger LOG = LoggerFactory.getLogger(IndexedDeadlines.class);

  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration CURSOR_EVERY = Duration.ofSeconds(10);

  /** Keys read ahead of firing; an iterator must not stay open over the writes of a firing. */
  private static final int BATCH = 200;

  private static final Bytes CURSOR = Bytes.wrap("cursor".getBytes(StandardCharsets.UTF_8));

  private final String name;
  private final Format<D> format;
  private final Handler<D> handler;
  private final HotelClock clock;
  private final InputGate gate;
  private final DeadlineMeters meters;
  private final Safeguards safeguards;
  private final ClockJumpGuard jumps = new ClockJumpGuard();
  private final KeyValueStore<Bytes, byte[]> byDue;
  private final KeyValueStore<Bytes, byte[]> cursor;
  private final KeyValueStore<Bytes, byte[]> quarantine;
  private final LongConsumer live;
  private final LongConsumer overdueSeconds;
  private Bytes from;
  private Bytes fromStored;
  private Instant cursorWritten;
  private @Nullable Instant dueSince;

  IndexedDeadlines(
      ProcessorContext<?, ?> context,
      String name,
      Format<D> format,
      Handler<D> handler,
      HotelClock clock,
      InputGate gate,
      DeadlineMeters meters,
      Safeguards safeguards) {
    this.name = name;
    this.format = format;
    this.handler = handler;
    this.clock = clock;
    this.gate = gate;
    this.meters = meters;
    this.safeguards = safeguards;
    byDue = context.getStateStore(name + "-by-due");
    cursor = context.getStateStore(name + "-cursor");
    quarantine = context.getStateStore(name + "-quarantine");
    byte @Nullable [] stored = cursor.get(CURSOR);
    from = Bytes.wrap(stored == null ? new byte[0] : stored);
    fromStored = from;
    cursorWritten = clock.real();
    int partition = context.taskId().partition();
    live = meters.gauge("deadlines.live", "Running promises, as the store estimates", partition);
    overdueSeconds =
        meters.gauge(
            "deadlines.oldest.overdue.seconds", "Age of the oldest that is due", partition);
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, _ -> sweep());
  }

  static Set<StoreBuilder<?>> stores(String name) {
    return Set.of(store(name + "-by-due"), store(name + "-cursor"), store(name + "-quarantine"));
  }

  private static StoreBuilder<?> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled();
  }

  @Override
  public void replace(Set<D> before, Set<D> after, Origin origin) {
    int gone = 0;
    for (D deadline : before) {
      if (!after.contains(deadline)) {
        byDue.delete(keyOf(deadline));
        gone++;
      }
    }
    meters.cancelled(gone);
    byte @Nullable [] written = null;
    for (D deadline : after) {
      if (!before.contains(deadline)) {
        written = written == null ? OriginFormat.write(origin) : written;
        arm(keyOf(deadline), written);
      }
    }
  }

  private void arm(Bytes key, byte[] origin) {
    byDue.put(key, origin);
    if (safeguards.cursorGoesBack() && key.compareTo(from) < 0) {
      from = key;
      if (key.compareTo(fromStored) < 0) {
        writeCursor();
      }
    }
  }

  private void sweep() {
    long start = System.nanoTime();
    if (jumps.jumped(clock.real(), start)) {
      meters.clockJumped();
      LOG.warn(
          "The machine's clock jumped ahead by more than {}: one sweep held", //
          ClockJumpGuard.TOLERATED);
      return;
    }
    boolean unfinished = false;
    Instant real = clock.real();
    if (nothingDue(keyAfter(real))) {
      dueSince = null;
    } else {
      dueSince = dueSince == null ? real : dueSince;
      unfinished = fireUpTo(gate.readUp(), start + SWEEP_BUDGET.toNanos());
    }
    if (real.isAfter(cursorWritten.plus(CURSOR_EVERY))) {
      if (!from.equals(fromStored)) {
        writeCursor();
      }
      cursorWritten = real;
      live.accept(byDue.approximateNumEntries());
    }
    meters.ticked(System.nanoTime() - start, unfinished);
  }

  /** Whether the time budget ran out before all was told. */
  private boolean fireUpTo(InputGate.ReadUp readUp, long end) {
    Bytes to = keyAfter(readUp.until());
    Instant readUpTo = clock.at(readUp.until().minus(safeguards.grace()));
    for (List<Bytes> due = due(to); !due.isEmpty(); due = due(to)) {
      if (dueSince != null) {
        meters.held(Duration.between(dueSince, clock.real()));
        dueSince = null;
      }
      for (Bytes key : due) {
        if (System.nanoTime() > end) {
          return true;
        }
        from = key;
        fire(key, readUpTo, readUp.forced());
        if (from.compareTo(key) < 0) {
          break; // what fired has armed one that is due before it: that one is next
        }
      }
    }
    return false;
  }

  /** The first key that is not yet due at an instant of real time. */
  private Bytes keyAfter(Instant real) {
    Instant last = clock.at(real.minus(safeguards.grace()));
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES).putLong(Math.max(0, last.toEpochMilli() + 1)).array());
  }

  private boolean nothingDue(Bytes to) {
    if (from.compareTo(to) >= 0) {
      return true;
    }
    try (KeyValueIterator<Bytes, byte[]> earliest = byDue.range(from, to)) {
      if (earliest.hasNext() && earliest.peekNextKey().compareTo(to) < 0) {
        Duration overdue = Duration.between(dueAt(earliest.peekNextKey()), clock.instant());
        overdueSeconds.accept(overdue.toSeconds());
        return false;
      }
    }
    overdueSeconds.accept(0);
    from = to; // what was cancelled before it was due is not passed again either
    return true;
  }

  private List<Bytes> due(Bytes to) {
    List<Bytes> due = new ArrayList<>();
    if (from.compareTo(to) >= 0) {
      return due;
    }
    try (KeyValueIterator<Bytes, byte[]> earliest = byDue.range(from, to)) {
      while (earliest.hasNext() && due.size() < BATCH) {
        Bytes key = earliest.next().key;
        if (key.compareTo(to) < 0) {
          due.add(key);
        }
      }
    }
    return due;
  }

  private void fire(Bytes key, Instant readUpTo, boolean forced) {
    byte @Nullable [] stored = byDue.get(key);
    if (stored == null) {
      meters.settledByAnother(); // one that fired before it in this sweep has settled it
      return;
    }
    Runnable writes;
    try {
      writes =
          handler.onDeadline(read(key), new Firing(OriginFormat.read(stored), readUpTo, forced));
    } catch (KafkaException failure) {
      throw failure; // a store or the client failed, not the deadline: the task restarts
    } catch (RuntimeException failure) { // nothing was written yet; counted, and seen to by people
      LOG.error("A deadline of {} failed and was put aside", name, failure);
      meters.quarantined();
      quarantine.put(key, stored);
      byDue.delete(key);
      return;
    }
    writes.run();
    if (byDue.get(key) != null) {
      byDue.delete(key);
    }
    meters.fired(Duration.between(dueAt(key), clock.instant()), forced);
  }

  private void writeCursor() {
    cursor.put(CURSOR, from.get());
    fromStored = from;
  }

  private Bytes keyOf(D deadline) {
    byte[] rest = format.name(deadline);
    Instant dueAt = format.dueAt(deadline);
    if (dueAt.toEpochMilli() < 0 || !dueAt.truncatedTo(ChronoUnit.MILLIS).equals(dueAt)) {
      throw new IllegalArgumentException(
          "dueAt: %s (expected: whole milliseconds after 1970)".formatted(dueAt));
    }
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + rest.length)
            .putLong(dueAt.toEpochMilli()) // not negative, so unsigned order is the order of time
            .put(rest)
            .array());
  }

  private D read(Bytes key) {
    byte[] bytes = key.get();
    byte[] rest = new byte[bytes.length - Long.BYTES];
    System.arraycopy(bytes, Long.BYTES, rest, 0, rest.length);
    return format.read(dueAt(key), rest);
  }

  private static Instant dueAt(Bytes key) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(key.get()).getLong());
  }
}
