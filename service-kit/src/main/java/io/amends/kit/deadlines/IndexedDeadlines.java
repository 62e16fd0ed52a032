package io.amends.kit.deadlines;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.failures.Failure;
import io.amends.kit.failures.FailureCounts;
import io.amends.kit.logs.Correlation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link DurableDeadlines} over a {@link DeadlineIndex}: sweeps it and fires what is due. */
final class IndexedDeadlines<D> implements DurableDeadlines<D> {

  private static final Logger LOG = LoggerFactory.getLogger(IndexedDeadlines.class);

  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration FIGURES_EVERY = Duration.ofSeconds(10);

  /** Rows read ahead of firing; an iterator must not stay open over the writes of a firing. */
  private static final int BATCH = 200;

  private final String name;
  private final Handler<D> handler;
  private final HotelClock clock;
  private final InputGate gate;
  private final DeadlineMeters meters;
  private final TaskFigures figures;
  private final FailureCounts failures;
  private final Safeguards safeguards;
  private final SweepTime.Part time;
  private final ClockJumpGuard jumps = new ClockJumpGuard();
  private final DeadlineKeys<D> keys;
  private final DeadlineIndex index;
  private Instant figuresTaken = Instant.EPOCH;
  private @Nullable Instant dueSince;

  IndexedDeadlines(
      ProcessorContext<?, ?> context,
      String name,
      Format<D> format,
      Handler<D> handler,
      HotelClock clock,
      InputGate gate,
      DeadlineMeters meters,
      TaskFigures figures,
      FailureCounts failures,
      Safeguards safeguards,
      SweepTime.Part time) {
    this.name = name;
    this.handler = handler;
    this.clock = clock;
    this.gate = gate;
    this.meters = meters;
    this.figures = figures;
    this.failures = failures;
    this.safeguards = safeguards;
    this.time = time;
    keys = new DeadlineKeys<>(format);
    index = new DeadlineIndex(context, name, safeguards.cursorGoesBack());
    context.schedule(
        firstTick(context.taskId().partition()),
        TICK,
        PunctuationType.WALL_CLOCK_TIME,
        _ -> tick());
  }

  /**
   * Ticks of many tasks are spread over the time between two, so that one thread's sweeps don't
   * queue up behind each other. A start that is long past: Streams goes on from it in whole ticks.
   */
  private static Instant firstTick(int partition) {
    return Instant.ofEpochMilli(partition * 37L % TICK.toMillis()); // 37 has no factor of 100
  }

  @Override
  public void replace(Set<D> before, Set<D> after, Origin origin) {
    int gone = 0;
    for (D deadline : before) {
      if (!after.contains(deadline)) {
        index.delete(keys.of(deadline));
        gone++;
      }
    }
    meters.cancelled(gone);
    byte @Nullable [] written = null;
    for (D deadline : after) {
      if (!before.contains(deadline)) {
        written = written == null ? OriginFormat.write(origin) : written;
        index.put(keys.of(deadline), written);
      }
    }
  }

  /**
   * Sweeps. Kafka's own timeout must not leave a punctuator: Streams 4.2 takes it for a corrupted
   * task and, to save the others, commits the transaction with half of what was written in it.
   */
  private void tick() {
    try {
      sweep();
    } catch (TimeoutException slow) {
      throw new StreamsException("The broker did not answer in time; the transaction aborts", slow);
    }
  }

  private void sweep() {
    long start = System.nanoTime();
    Instant real = clock.real();
    if (jumps.jumped(real, start)) {
      meters.clockJumped();
      LOG.warn(
          "The machine's clock jumped ahead by more than {}: one sweep held", //
          ClockJumpGuard.TOLERATED);
      return;
    }
    boolean unfinished = false;
    if (nothingDue(DeadlineKeys.after(graceBefore(real)))) {
      dueSince = null;
    } else {
      dueSince = dueSince == null ? real : dueSince;
      unfinished = fireUpTo(gate.readUp(), start + time.nanos());
    }
    time.swept(unfinished);
    figures.gate(dueSince == null);
    if (real.isAfter(figuresTaken.plus(FIGURES_EVERY))) {
      figuresTaken = real;
      index.saveCursor();
      figures.taken(index, clock.instant(), graceBefore(real));
    }
    figures.cursorAt(index.storedCursor(), clock.instant());
    meters.ticked(System.nanoTime() - start, unfinished);
  }

  /** Whether the time budget ran out before all was told. */
  private boolean fireUpTo(InputGate.ReadUp readUp, long end) {
    Instant readUpTo = graceBefore(readUp.until());
    Bytes to = DeadlineKeys.after(readUpTo);
    for (var due = index.before(to, BATCH); !due.isEmpty(); due = index.before(to, BATCH)) {
      if (dueSince != null) {
        meters.held(Duration.between(dueSince, clock.real()));
        dueSince = null;
      }
      for (KeyValue<Bytes, byte[]> row : due) {
        if (System.nanoTime() > end) {
          return true;
        }
        if (index.isOvertaken(row.key)) {
          break; // one before it has armed another that comes first, and would be passed over
        }
        index.passed(row.key);
        fire(row, readUpTo, readUp.forced());
      }
    }
    return false;
  }

  /** Hotel time of the last hour that is safely over at an instant of real time. */
  private Instant graceBefore(Instant real) {
    return clock.at(real.minus(safeguards.grace()));
  }

  private boolean nothingDue(Bytes to) {
    List<KeyValue<Bytes, byte[]>> earliest = index.before(to, 1);
    if (!earliest.isEmpty()) {
      figures.oldestOverdue(
          Duration.between(DeadlineKeys.dueAt(earliest.getFirst().key), clock.instant()));
      return false;
    }
    figures.oldestOverdue(Duration.ZERO);
    index.passed(to); // what was cancelled before it was due is not passed again either
    return true;
  }

  private void fire(KeyValue<Bytes, byte[]> row, Instant readUpTo, boolean forced) {
    Bytes key = row.key;
    byte @Nullable [] stored = index.originNow(row);
    if (stored == null) {
      meters.settledByAnother(); // one that fired before it in this sweep has settled it
      return;
    }
    try (Correlation.Scope _ = Correlation.of(OriginFormat.correlationOf(stored))) {
      if (failures.any() && failures.enough(subject(key))) {
        if (failures.putAside(subject(key))) {
          LOG.error("{} has failed {} times and is put aside", told(key), FailureCounts.ENOUGH);
        }
        putAside(key, stored);
        return;
      }
      Runnable writes = ask(key, stored, readUpTo, forced);
      if (writes == null) {
        putAside(key, stored);
        return;
      }
      write(key, writes);
    }
    if (index.originNow(row) != null) {
      index.delete(key);
    }
    meters.fired(Duration.between(DeadlineKeys.dueAt(key), clock.instant()), forced);
  }

  /** What is to be written; null if the rules fail over it. */
  private @Nullable Runnable ask(Bytes key, byte[] stored, Instant readUpTo, boolean forced) {
    try {
      return handler.onDeadline(
          keys.read(key), new Firing(OriginFormat.read(stored), readUpTo, forced));
    } catch (RuntimeException failure) { // nothing was written yet; counted, and seen to by people
      if (!Failure.isOfTheInput(failure)) {
        throw failure; // a store or the client failed, not the deadline: the task restarts
      }
      LOG.error("{} failed and is put aside", told(key), Failure.withoutWords(failure));
      return null;
    }
  }

  /** A write that fails aborts the transaction; after a few of them the deadline is put aside. */
  private void write(Bytes key, Runnable writes) {
    try {
      writes.run();
    } catch (RuntimeException failure) {
      if (!Failure.isOfTheInput(failure)) {
        throw failure;
      }
      int times = failures.failed(subject(key));
      throw Failure.over(told(key), times, Correlation.current(), failure);
    }
  }

  private void putAside(Bytes key, byte[] stored) {
    meters.quarantined();
    index.putAside(key, stored);
  }

  private String subject(Bytes key) {
    return name + '/' + key;
  }

  private String told(Bytes key) {
    return "A deadline of %s due %s".formatted(name, DeadlineKeys.dueAt(key));
  }
}
