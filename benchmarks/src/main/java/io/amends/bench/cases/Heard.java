package io.amends.bench.cases;

import io.amends.bench.figures.Percentiles;
import io.amends.bench.stack.Listener;
import io.amends.contracts.Actor;
import io.amends.contracts.EventType;
import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hears outcomes and alerts as another service does: committed ones only. */
final class Heard implements AutoCloseable {

  private static final String OUTCOME = EventType.of(CommandOutcome.class);
  private static final String ALERTED = EventType.of(StaffAlerted.class);

  private final Listener listener;
  private final Map<String, Long> asked = new ConcurrentHashMap<>();
  private final Map<String, Long> alertDue = new ConcurrentHashMap<>();
  private final Map<String, Percentiles> answered = new HashMap<>();
  private final Map<String, Long> results = new HashMap<>();
  private final Percentiles lateness = new Percentiles();
  private final AtomicLong outcomes = new AtomicLong();
  private volatile long lastAlert;

  Heard(String bootstrap) {
    listener =
        new Listener(bootstrap, List.of(Topics.COMMAND_OUTCOMES, Topics.CASE_EVENTS), this::heard);
  }

  /** A command is sent; {@code id} begins with its kind and a slash. */
  void asked(String id) {
    asked.put(id, System.nanoTime());
  }

  /** Of that guest's case somebody is to be alerted at that hour, epoch milliseconds. */
  void alertDue(String guest, long at) {
    alertDue.put(guest, at);
  }

  int unanswered() {
    return asked.size();
  }

  int notAlerted() {
    return alertDue.size();
  }

  long outcomes() {
    return outcomes.get();
  }

  /** Arrival of the last expected alert, epoch milliseconds. */
  long lastAlert() {
    return lastAlert;
  }

  /** What is measured from now on is counted anew. */
  void forget() {
    synchronized (lateness) {
      asked.clear();
      alertDue.clear();
      answered.clear();
      results.clear();
      lateness.clear();
    }
  }

  /** From sending to hearing, in milliseconds, of one kind of command. */
  Percentiles answered(String kind) {
    synchronized (lateness) {
      Percentiles copy = new Percentiles();
      copy.add(answered.getOrDefault(kind, new Percentiles()));
      return copy;
    }
  }

  /** How often each answer came. */
  Map<String, Long> results() {
    synchronized (lateness) {
      return Map.copyOf(results);
    }
  }

  /** From the hour of an alert to hearing it, in milliseconds. */
  Percentiles lateness() {
    synchronized (lateness) {
      Percentiles copy = new Percentiles();
      copy.add(lateness);
      return copy;
    }
  }

  private void heard(ConsumerRecord<byte[], byte[]> record) {
    String type = EventHeaders.read(record.headers()).type();
    if (type.equals(OUTCOME)) {
      outcomes.incrementAndGet();
      outcome(Json.read(record.value(), CommandOutcome.class));
    } else if (type.equals(ALERTED)) {
      Long due = alertDue.get(Keys.text(record.key()));
      if (due != null) {
        alerted(Keys.text(record.key()), due, Json.read(record.value(), StaffAlerted.class));
      }
    }
  }

  private void outcome(CommandOutcome outcome) {
    Long since = asked.remove(outcome.commandId());
    if (since == null) {
      return;
    }
    long millis = (System.nanoTime() - since) / 1_000_000;
    String kind = outcome.commandId().substring(0, outcome.commandId().indexOf('/'));
    synchronized (lateness) {
      answered.computeIfAbsent(kind, _ -> new Percentiles()).add(millis);
      results.merge(kind + " " + outcome.answer().result(), 1L, Long::sum);
    }
  }

  private void alerted(String guest, long due, StaffAlerted alert) {
    boolean thatOne =
        alert.stamp().actor().equals(Actor.CLOCK)
            && Math.abs(alert.stamp().occurredAt().toEpochMilli() - due) < 1_000;
    if (thatOne && alertDue.remove(guest) != null) {
      lastAlert = HotelClock.system().instant().toEpochMilli();
      synchronized (lateness) {
        lateness.add(lastAlert - due);
      }
    }
  }

  @Override
  public void close() {
    listener.close();
  }
}
