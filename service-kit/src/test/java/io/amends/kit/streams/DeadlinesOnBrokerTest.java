package io.amends.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.access.BrokerAccess;
import io.amends.kit.broker.Broker;
import io.amends.kit.clock.MovableClock;
import io.amends.kit.deadlines.AlarmClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.InputGate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What only a broker can prove: restarts, backlogs, open transactions. */
@ExtendWith(Broker.Started.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadlinesOnBrokerTest {

  private static final int MANY = 200;

  @TempDir Path folder;
  private final Broker broker;
  private MovableClock clock;
  private String run = "";
  private int runs;

  DeadlinesOnBrokerTest(Broker broker) {
    this.broker = broker;
    clock = new MovableClock(Path.of("none"));
  }

  @BeforeEach
  void newRun() {
    run = "run" + runs++;
    clock = new MovableClock(folder.resolve(run + ".clock"));
    broker.createTopics(List.of(run + "-" + AlarmClock.IN, run + "-" + AlarmClock.OUT));
  }

  /** How a gate is made: the real way, or with a safeguard off. */
  private interface Gating {
    DeadlineService.Gates of(StreamsRuntime runtime);
  }

  private static final Gating REAL = StreamsRuntime::gates;

  /** The naive way: whatever the wall clock says. */
  private final Gating without_the_start_rule =
      _ -> _ -> () -> new InputGate.ReadUp(clock.real(), false);

  /** The half-hearted way: shut until the backlog at the start is read, and open ever after. */
  private final Gating without_the_steady_state_rule =
      runtime ->
          context -> {
            InputGate gate = runtime.gates().of(context);
            return () ->
                gate.readUp().until().equals(Instant.EPOCH)
                    ? gate.readUp()
                    : new InputGate.ReadUp(clock.real(), false);
          };

  @Test
  void none_rings_that_was_called_off_while_the_service_was_down() {
    assertThat(ringing_after_a_restart(REAL, IsolationLevel.READ_UNCOMMITTED)).isEmpty();
  }

  @Test
  void without_the_start_rule_they_would_ring() {
    assertThat(ringing_after_a_restart(without_the_start_rule, IsolationLevel.READ_UNCOMMITTED))
        .isNotEmpty();
  }

  @Test
  void with_read_committed_in_place_of_the_high_watermark_they_would_ring() {
    assertThat(ringing_after_a_restart(REAL, IsolationLevel.READ_COMMITTED)).isNotEmpty();
  }

  @Test
  void none_rings_that_is_called_off_in_a_transaction_which_is_still_open() {
    assertThat(ringing_in_steady_state(REAL)).isEmpty();
  }

  @Test
  void without_the_steady_state_rule_they_would_ring() {
    assertThat(ringing_in_steady_state(without_the_steady_state_rule)).isNotEmpty();
  }

  @Test
  void all_ring_once_that_fell_due_while_the_service_was_down() {
    int thousand = 1_000;
    try (App app = new App(REAL, IsolationLevel.READ_UNCOMMITTED)) {
      arm(thousand, inAnHour());
      app.untilArmed(thousand);
    }
    clock.set(clock.instant().plusSeconds(7_200), 1);
    try (App app = new App(REAL, IsolationLevel.READ_UNCOMMITTED)) {
      Broker.until("all have rung", () -> rung().size() >= thousand);
      app.untilArmed(0);
    }
    assertThat(rung()).hasSize(thousand).doesNotHaveDuplicates();
  }

  @Test
  void one_over_which_the_broker_does_not_answer_rings_once_and_not_by_halves() {
    try (App app = new App(REAL, IsolationLevel.READ_UNCOMMITTED)) {
      Instant due = inAnHour();
      arm(List.of(AlarmClock.SLOW + run), due);
      app.untilArmed(1);
      passDue(due);
      app.untilArmed(0);
      Broker.until("it has rung", () -> !rung().isEmpty());
    }
    assertThat(rung()).containsExactly(AlarmClock.SLOW + run);
  }

  @Test
  void one_whose_ring_can_not_be_written_is_put_aside_after_three_and_holds_up_no_other() {
    try (App app = new App(REAL, IsolationLevel.READ_UNCOMMITTED)) {
      Instant due = inAnHour();
      arm(List.of(AlarmClock.HEAVY, "light"), due);
      app.untilArmed(2);
      passDue(due);
      app.untilArmed(0);
      Broker.until("the other has rung", () -> !rung().isEmpty());
      assertThat(app.meters.get("deadlines.quarantined").counter().count()).isEqualTo(1);
      assertThat(app.runtime.broken()).isNull();
    }
    assertThat(rung()).containsExactly("light");
  }

  @Test
  void what_is_told_of_a_task_goes_with_it_to_another_instance() {
    try (App first = new App(REAL, IsolationLevel.READ_UNCOMMITTED)) {
      assertThat(first.partitions()).isEqualTo(2);
      try (App second = new App(REAL, IsolationLevel.READ_UNCOMMITTED, "second")) {
        Broker.until("each has one", () -> first.partitions() == 1 && second.partitions() == 1);
      }
      Broker.until("it came back", () -> first.partitions() == 2);
    }
  }

  /**
   * Alarms are armed; the service goes down; somebody calls them off in time, in a transaction that
   * is held open over the restart.
   */
  private List<String> ringing_after_a_restart(Gating gating, IsolationLevel isolation) {
    Instant due = inAnHour();
    try (App app = new App(REAL, IsolationLevel.READ_UNCOMMITTED)) {
      arm(MANY, due);
      app.untilArmed(MANY);
    }
    try (KafkaProducer<String, String> other = broker.producer(run + "-other")) {
      other.initTransactions();
      other.beginTransaction();
      callOff(other);
      passDue(due);
      try (App app = new App(gating, isolation)) {
        app.untilRunning();
        app.untilLookedSeveralTimes();
        other.commitTransaction();
        app.untilArmed(0);
      }
    }
    return rung();
  }

  /** The same while the service runs: the transaction is open when they fall due. */
  private List<String> ringing_in_steady_state(Gating gating) {
    Instant due = inAnHour();
    try (App app = new App(gating, IsolationLevel.READ_UNCOMMITTED);
        KafkaProducer<String, String> other = broker.producer(run + "-other")) {
      arm(1, inAnHour().minusSeconds(3_600)); // one rings, so that the gate has been open
      Broker.until("the first has rung", () -> rung().size() == 1);
      arm(MANY, due);
      app.untilArmed(MANY);
      other.initTransactions();
      other.beginTransaction();
      callOff(other);
      passDue(due);
      app.untilLookedSeveralTimes();
      other.commitTransaction();
      app.untilArmed(0);
    }
    return rung().stream().skip(1).toList();
  }

  private Instant inAnHour() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3_600);
  }

  private void arm(int count, Instant due) {
    arm(IntStream.range(0, count).mapToObj(i -> "a" + i).toList(), due);
  }

  private void arm(List<String> names, Instant due) {
    try (KafkaProducer<String, String> producer = broker.producer("")) {
      Broker.send(producer, records(names, due.toString()));
    }
  }

  private void callOff(KafkaProducer<String, String> producer) {
    Broker.send(producer, records(IntStream.range(0, MANY).mapToObj(i -> "a" + i).toList(), ""));
  }

  private List<ProducerRecord<String, String>> records(List<String> names, String body) {
    return names.stream()
        .map(name -> new ProducerRecord<>(run + "-" + AlarmClock.IN, name, body))
        .toList();
  }

  private void passDue(Instant due) {
    clock.set(due.plusSeconds(60), 1);
    Broker.until("the hour has passed", () -> clock.instant().isAfter(due.plusSeconds(60)));
  }

  private List<String> rung() {
    return broker.read(run + "-" + AlarmClock.OUT).stream().map(record -> record.key()).toList();
  }

  /** The smallest service, on the real runtime. */
  private final class App implements AutoCloseable {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StreamsRuntime runtime;

    App(Gating gating, IsolationLevel isolation) {
      this(gating, isolation, "first");
    }

    App(Gating gating, IsolationLevel isolation, String instance) {
      StreamsSettings settings =
          new StreamsSettings(
              folder.resolve(run + instance),
              1,
              0,
              Duration.ofMillis(100),
              16_000_000,
              5,
              Duration.ofSeconds(30),
              Map.of());
      runtime =
          new StreamsRuntime(
              run + "-",
              "alarms",
              BrokerAccess.open(broker.address()),
              "localhost:1",
              settings,
              ClusterSettings.ANY,
              clock,
              isolation);
      DeadlineService deadlines = new DeadlineService(clock, gating.of(runtime), meters);
      runtime.run(
          new StreamsApp(
              "alarms",
              AlarmClock.topology(run + "-", runtime.topologyConfig(), deadlines),
              List.of(
                  new ExpectedTopic(
                      run + "-" + AlarmClock.IN,
                      Map.of("message.timestamp.type", "LogAppendTime"),
                      true))));
      runtime.start();
      untilRunning();
    }

    void untilRunning() {
      Broker.until("the service runs", runtime::ready);
    }

    /** Whoever rings falsely has had the time for it. */
    void untilLookedSeveralTimes() {
      long looked = meters.get("deadlines.tick").timer().count();
      Broker.until(
          "it was looked 20 times",
          () -> meters.get("deadlines.tick").timer().count() > looked + 20);
    }

    int partitions() {
      return meters.find("deadlines.gate.open").gauges().size();
    }

    void untilArmed(int count) {
      Broker.until("there are " + count, () -> armed() == count);
    }

    /** How many are armed; -1 while a thread is replaced. */
    private long armed() {
      long armed = 0;
      try (var rows = store().range(null, DurableDeadlines.end())) {
        while (rows.hasNext()) {
          rows.next();
          armed++;
        }
        return armed;
      } catch (InvalidStateStoreException _) {
        return -1;
      }
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store() {
      return runtime
          .streams()
          .store(
              StoreQueryParameters.fromNameAndType(
                  AlarmClock.STORE, QueryableStoreTypes.keyValueStore()));
    }

    @Override
    public void close() {
      runtime.stop();
    }
  }
}
