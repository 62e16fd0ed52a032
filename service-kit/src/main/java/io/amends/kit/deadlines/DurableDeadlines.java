package io.amends.kit.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The promises that are running in the states of one task, told when they break: never early, never
 * lost, never twice, never while the log holds their fulfilment.
 *
 * <p>A projection of the state, written in its transaction. The index is ordered by a binary key:
 * due time (8 bytes, big-endian milliseconds), then {@link Format#name}. A persisted cursor spares
 * the sweep what lies behind it; a deadline armed behind the cursor takes it back.
 *
 * <p>One fires when {@code now >= dueAt + GRACE} and the task has read its inputs up to the high
 * watermarks that were listed after that moment ({@link InputGate}), on start, after a rebalance
 * and at any other time. Grace and waits are real time; due times are hotel time. After {@link
 * #LONGEST_WAIT} it fires all the same, marked and counted. The sweeps of all tasks of a thread
 * share {@link #SWEEP_BUDGET} in each tick; the tick of the punctuator carries no time, that comes
 * from the one clock of the house.
 *
 * @param <D> the service's own deadline; this component knows no guest and no case
 */
public interface DurableDeadlines<D> {

  /** How far the clocks of broker and service may differ, in real time. */
  Duration GRACE = Duration.ofMillis(250);

  /** How long reading up may hold a deadline. */
  Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** How long the sweeps of a stream thread may keep it from other records in each tick. */
  Duration SWEEP_BUDGET = Duration.ofMillis(50);

  /**
   * Makes the index say {@code after} where it said {@code before}; both belong to one state. There
   * is no arm and no cancel, so neither can be forgotten.
   *
   * @param origin what arms the new ones; comes back with them when they fire
   */
  void replace(Set<D> before, Set<D> after, Origin origin);

  /** How a deadline lies in the index. */
  interface Format<D> {

    /** When it breaks: hotel time, whole milliseconds after 1970, else arming it fails. */
    Instant dueAt(D deadline);

    /** Tells it from others of the same millisecond; of a case: guest, case and kind. */
    byte[] name(D deadline);

    D read(Instant dueAt, byte[] name);
  }

  @FunctionalInterface
  interface Handler<D> {

    /**
     * Asks the rules, and returns what is to be written. Whatever it throws sends this one deadline
     * to quarantine, is counted, and leaves the others alone; so nothing is written in here. If the
     * writing fails, the transaction aborts and it is asked again; after three it is put aside too.
     */
    Runnable onDeadline(D deadline, Firing firing);
  }

  /** The index with its cursor and its quarantine, to be named by the processor's supplier. */
  static Set<StoreBuilder<?>> stores(String name) {
    return Set.of(DeadlineIndex.store(name));
  }

  /** The first key of the index after all running deadlines; for those who count them. */
  static Bytes end() {
    return DeadlineIndex.END;
  }
}
