package io.amends.kit.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.clock.StillClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DurableDeadlinesTest {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant ONE = NOON.plusSeconds(3600);

  final Path stateDir;
  final StillClock clock = new StillClock(NOON);
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  Instant readUntil = Instant.MAX;
  boolean forced;
  private Bench bench;

  DurableDeadlinesTest(@TempDir Path stateDir) {
    this.stateDir = stateDir;
    bench = start(Safeguards.ALL);
  }

  private Bench start(Safeguards safeguards) {
    Properties config = new Properties();
    config.setProperty("state.dir", stateDir.resolve("" + safeguards.hashCode()).toString());
    DeadlineService service = new DeadlineService(clock, _ -> this::readUp, meters, safeguards);
    TopologyTestDriver driver =
        new TopologyTestDriver(AlarmClock.topology("", null, service), config, NOON);
    return new Bench(
        driver,
        driver.createInputTopic(AlarmClock.IN, new StringSerializer(), new StringSerializer()),
        driver.createOutputTopic(
            AlarmClock.OUT, new StringDeserializer(), new StringDeserializer()));
  }

  private record Bench(
      TopologyTestDriver driver,
      TestInputTopic<String, String> alarms,
      TestOutputTopic<String, String> rung) {}

  @AfterEach
  void stop() {
    bench.driver().close();
  }

  InputGate.ReadUp readUp() {
    Instant now = clock.real();
    return new InputGate.ReadUp(readUntil.isBefore(now) ? readUntil : now, forced);
  }

  @Test
  void one_does_not_ring_a_millisecond_before_the_grace_is_over() {
    bench.alarms().pipeInput("a", ONE.toString());
    passTo(ONE.plus(DurableDeadlines.GRACE).minusMillis(1));
    assertThat(told()).isEmpty();
  }

  @Test
  void one_rings_when_the_grace_is_over() {
    bench.alarms().pipeInput("a", ONE.toString());
    passTo(ONE.plus(DurableDeadlines.GRACE));
    assertThat(told()).containsExactly("a");
  }

  @Test
  void without_the_grace_one_would_ring_while_a_slower_clock_can_still_keep_it() {
    bench.driver().close();
    bench = start(new Safeguards(Duration.ZERO, true));
    bench.alarms().pipeInput("a", ONE.toString());
    passTo(ONE.plusMillis(1));
    assertThat(told()).containsExactly("a");
  }

  @Test
  void they_ring_in_the_order_in_which_they_fall_due() {
    bench.alarms().pipeInput("b", ONE.toString());
    bench.alarms().pipeInput("a", ONE.plusSeconds(1).toString());
    passTo(ONE.plusSeconds(5));
    assertThat(told()).containsExactly("b", "a");
  }

  @Test
  void one_that_is_armed_behind_the_cursor_rings_too() {
    armBehindTheCursor();
    assertThat(told()).containsExactly("b", "a");
  }

  @Test
  void without_taking_the_cursor_back_one_that_is_armed_behind_it_would_be_lost() {
    bench.driver().close();
    bench = start(new Safeguards(DurableDeadlines.GRACE, false));
    armBehindTheCursor();
    assertThat(told()).containsExactly("b");
  }

  private void armBehindTheCursor() {
    bench.alarms().pipeInput("b", ONE.plusSeconds(2).toString());
    passTo(ONE.plusSeconds(5));
    bench.alarms().pipeInput("a", ONE.plusSeconds(1).toString());
    passTo(ONE.plusSeconds(6));
  }

  @Test
  void one_that_another_arms_behind_itself_while_it_rings_is_not_lost() {
    bench.alarms().pipeInput("b", ONE.minusSeconds(5).toString());
    bench.alarms().pipeInput("chain", ONE.toString());
    bench.alarms().pipeInput("later", ONE.plusMillis(1).toString());
    passTo(ONE.plusSeconds(5));
    assertThat(told()).containsExactly("b", "chain", "z-chain", "a-chain", "later");
  }

  @Test
  void one_rings_once_however_often_is_looked() {
    bench.alarms().pipeInput("a", ONE.toString());
    passTo(ONE.plusSeconds(1));
    passTo(ONE.plusSeconds(2));
    passTo(ONE.plusSeconds(30));
    assertThat(told()).containsExactly("a");
  }

  @Test
  void one_that_was_called_off_or_moved_does_not_ring_at_its_old_hour() {
    bench.alarms().pipeInput("off", ONE.toString());
    bench.alarms().pipeInput("moved", ONE.toString());
    bench.alarms().pipeInput("off", "");
    bench.alarms().pipeInput("moved", ONE.plusSeconds(60).toString());
    passTo(ONE.plusSeconds(5));
    assertThat(told()).isEmpty();

    passTo(ONE.plusSeconds(61));
    assertThat(told()).containsExactly("moved");
  }

  @Test
  void nothing_rings_that_fell_due_after_the_inputs_were_read_up() {
    bench.alarms().pipeInput("a", ONE.toString());
    readUntil = ONE;
    passTo(ONE.plusSeconds(20));
    assertThat(told()).isEmpty();

    readUntil = ONE.plus(DurableDeadlines.GRACE);
    passTo(ONE.plusSeconds(21));
    assertThat(told()).containsExactly("a");
  }

  @Test
  void one_that_rings_although_the_inputs_were_not_read_up_says_so_and_is_counted() {
    bench.alarms().pipeInput("a", ONE.toString());
    forced = true;
    passTo(ONE.plusSeconds(40));
    assertThat(bench.rung().readValue()).isEqualTo("a-cause forced");
    assertThat(meters.get("deadlines.gate.forced").counter().count()).isEqualTo(1);
  }

  @Test
  void one_tells_what_armed_it() {
    bench.alarms().pipeInput("a", ONE.toString());
    passTo(ONE.plusSeconds(1));
    assertThat(bench.rung().readValue()).isEqualTo("a-cause");
  }

  @Test
  void what_is_overdue_is_told_by_its_age() {
    bench.alarms().pipeInput("a", ONE.toString());
    bench.alarms().pipeInput("b", ONE.plusSeconds(55).toString());
    readUntil = NOON;
    passTo(ONE.plusSeconds(62));
    assertThat(gauge("deadlines.overdue", "age", "1m to 10m")).isEqualTo(1);
    assertThat(gauge("deadlines.overdue", "age", "1s to 10s")).isEqualTo(1);
    assertThat(gauge("deadlines.gate.open", "partition", "0")).isEqualTo(0);
    assertThat(gauge("deadlines.oldest.overdue.seconds", "partition", "0")).isEqualTo(62);

    readUntil = Instant.MAX;
    passTo(ONE.plusSeconds(73));
    passTo(ONE.plusSeconds(84));
    assertThat(gauge("deadlines.overdue", "age", "1m to 10m")).isEqualTo(0);
    assertThat(gauge("deadlines.gate.open", "partition", "0")).isEqualTo(1);
    assertThat(gauge("deadlines.oldest.overdue.seconds", "partition", "0")).isEqualTo(0);
  }

  @Test
  void the_cursor_does_not_lag_behind_when_all_is_called_off_in_time() {
    bench.alarms().pipeInput("a", ONE.toString());
    bench.alarms().pipeInput("a", "");
    passTo(ONE.plusSeconds(1));
    passTo(ONE.plusSeconds(50));
    assertThat(gauge("deadlines.cursor.lag.seconds", "partition", "0")).isLessThan(1);
  }

  @Test
  void those_that_run_are_counted_and_neither_those_that_rang_nor_the_cursor_nor_those_put_aside() {
    bench.alarms().pipeInput("rings", ONE.toString());
    bench.alarms().pipeInput("bad", ONE.toString());
    bench.alarms().pipeInput("runs", ONE.plusSeconds(1_000).toString());
    for (int seconds = 1; seconds < 100; seconds++) {
      passTo(ONE.plusSeconds(seconds));
    }
    assertThat(gauge("deadlines.live", "partition", "0")).isEqualTo(1);
  }

  private double gauge(String name, String tag, String value) {
    return meters.get(name).tag(tag, value).gauge().value();
  }

  @Test
  void one_that_fails_is_put_aside_and_holds_up_no_other() {
    bench.alarms().pipeInput("bad", ONE.toString());
    bench.alarms().pipeInput("good", ONE.plusSeconds(1).toString());
    passTo(ONE.plusSeconds(5));
    passTo(ONE.plusSeconds(6));
    assertThat(told()).containsExactly("good");
    assertThat(meters.get("deadlines.quarantined").counter().count()).isEqualTo(1);
    passTo(ONE.plus(Duration.ofDays(365)));
    assertThat(told()).isEmpty();
    assertThat(putAside()).isEqualTo(1);
  }

  /** Rows after all running deadlines, but for the cursor. */
  private long putAside() {
    KeyValueStore<Bytes, byte[]> store = bench.driver().getKeyValueStore(AlarmClock.STORE);
    long rows = 0;
    try (var kept = store.range(DurableDeadlines.end(), null)) {
      for (; kept.hasNext(); kept.next()) {
        rows++;
      }
    }
    return rows - 1;
  }

  @Test
  void many_that_fall_due_together_all_ring_over_several_batches() {
    for (int i = 0; i < 450; i++) {
      bench.alarms().pipeInput("a" + i, ONE.toString());
    }
    int sweeps = 0;
    List<String> all = new ArrayList<>();
    while (all.size() < 450 && sweeps++ < 1_000) {
      passTo(ONE.plusSeconds(1).plusMillis(sweeps));
      all.addAll(told());
    }
    assertThat(all).hasSize(450).doesNotHaveDuplicates();
  }

  @Test
  void one_that_another_has_settled_in_the_same_sweep_does_not_ring() {
    bench.alarms().pipeInput("settles-x", ONE.toString());
    bench.alarms().pipeInput("x", ONE.toString());
    passTo(ONE.plusSeconds(5));
    assertThat(told()).containsExactly("settles-x");
    assertThat(meters.get("deadlines.stale").counter().count()).isEqualTo(1);
  }

  @Test
  void what_is_armed_between_two_that_are_due_is_not_passed_over() {
    bench.alarms().pipeInput("ahead-x", ONE.toString());
    bench.alarms().pipeInput("later", ONE.plusSeconds(2).toString());
    passTo(ONE.plusSeconds(5));
    assertThat(told()).containsExactly("ahead-x", "a-ahead-x", "later");
  }

  @Test
  void what_is_armed_for_the_hour_of_the_next_one_is_not_passed_over() {
    bench.alarms().pipeInput("ahead-x", ONE.toString());
    bench.alarms().pipeInput("later", ONE.plusSeconds(1).toString());
    passTo(ONE.plusSeconds(5));
    assertThat(told()).containsExactly("ahead-x", "a-ahead-x", "later");
  }

  @Test
  void an_hour_that_the_index_could_not_tell_is_refused_when_it_is_armed() {
    assertThatThrownBy(() -> bench.alarms().pipeInput("a", ONE.plusNanos(1).toString()))
        .rootCause()
        .hasMessage(
            "dueAt: 2026-03-01T13:00:00.000000001Z (expected: whole milliseconds after 1970)");
  }

  private void passTo(Instant instant) {
    clock.moveTo(instant);
    bench.driver().advanceWallClockTime(Duration.ofMillis(100));
  }

  private List<String> told() {
    return bench.rung().readKeyValuesToList().stream().map(told -> told.key).toList();
  }
}
