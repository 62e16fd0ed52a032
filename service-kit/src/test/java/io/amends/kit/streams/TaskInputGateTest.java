package io.amends.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.clock.StillClock;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.InputGate.ReadUp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TaskInputGateTest {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final TopicPartition IN = new TopicPartition("in", 0);

  final StillClock clock = new StillClock(NOON);
  final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  final InputProgress progress = new InputProgress(consumer);
  CompletableFuture<Map<TopicPartition, Long>> ends = new CompletableFuture<>();
  int listings;
  final TaskInputGate gate =
      new TaskInputGate(
          clock,
          _ -> {
            listings++;
            return ends;
          },
          progress,
          () -> Set.of(IN));

  @BeforeEach
  void assign() {
    consumer.assign(List.of(IN));
    consumer.updateBeginningOffsets(Map.of(IN, 0L));
    consumer.seek(IN, 0);
  }

  @Test
  void it_stays_shut_until_the_broker_has_said_how_far_the_inputs_reach() {
    assertThat(gate.readUp().until()).isEqualTo(Instant.EPOCH);
    ends.complete(Map.of(IN, 0L));
    assertThat(gate.readUp()).isEqualTo(new ReadUp(NOON, false));
  }

  @Test
  void it_opens_to_the_moment_before_the_broker_was_asked() {
    gate.readUp();
    clock.moveTo(NOON.plusSeconds(2));
    ends.complete(Map.of(IN, 0L));
    assertThat(gate.readUp().until()).isEqualTo(NOON);
  }

  @Test
  void what_was_fetched_but_not_processed_keeps_it_shut() {
    ends.complete(Map.of(IN, 2L));
    fetch(0, 1);
    assertThat(gate.readUp().until()).isEqualTo(Instant.EPOCH);
    progress.processed("in", 0, 0);
    assertThat(gate.readUp().until()).isEqualTo(Instant.EPOCH);
    progress.processed("in", 0, 1);
    assertThat(gate.readUp().until()).isEqualTo(NOON);
  }

  @Test
  void a_transaction_marker_after_the_last_record_leaves_no_gap() {
    ends.complete(Map.of(IN, 3L));
    fetch(0, 1);
    progress.processed("in", 0, 1);
    assertThat(gate.readUp().until()).isEqualTo(Instant.EPOCH);
    consumer.seek(IN, 3); // the position passes the marker, no record does
    assertThat(gate.readUp().until()).isEqualTo(NOON);
  }

  @Test
  void it_holds_on_to_one_listing_however_fast_the_inputs_grow() {
    gate.readUp();
    ends.complete(Map.of(IN, 1L));
    clock.moveTo(NOON.plusSeconds(1));
    gate.readUp();
    assertThat(listings).isEqualTo(1);
    fetch(0, 0);
    progress.processed("in", 0, 0);
    assertThat(gate.readUp().until()).isEqualTo(NOON);
  }

  @Test
  void after_half_a_minute_it_opens_all_the_same_and_says_so() {
    gate.readUp();
    tickTo(DurableDeadlines.LONGEST_WAIT);
    assertThat(gate.readUp().until()).isEqualTo(Instant.EPOCH);
    tickTo(DurableDeadlines.LONGEST_WAIT.plusMillis(1));
    assertThat(gate.readUp()).isEqualTo(new ReadUp(NOON, true));
  }

  @Test
  void a_wait_that_nobody_continued_is_forgotten() {
    gate.readUp();
    clock.moveTo(NOON.plus(Duration.ofHours(1)));
    assertThat(gate.readUp().forced()).isFalse();
    ends.complete(Map.of(IN, 0L));
    assertThat(gate.readUp().until()).isEqualTo(NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void a_broker_that_fails_to_answer_is_asked_again() {
    gate.readUp();
    ends.completeExceptionally(new IllegalStateException("broker: away (expected: there)"));
    gate.readUp();
    ends = new CompletableFuture<>();
    ends.complete(Map.of(IN, 0L));
    gate.readUp();
    assertThat(gate.readUp().until()).isEqualTo(NOON);
  }

  @Test
  void it_never_goes_back() {
    ends.complete(Map.of(IN, 0L));
    Instant last = Instant.EPOCH;
    for (int second = 0; second < 5; second++) {
      clock.moveTo(NOON.plusSeconds(second));
      Instant until = gate.readUp().until();
      assertThat(until).isAfterOrEqualTo(last);
      last = until;
    }
    assertThat(last).isEqualTo(NOON.plusSeconds(4));
  }

  private void tickTo(Duration after) {
    Duration asked = Duration.between(NOON, clock.real());
    while (asked.plusSeconds(4).compareTo(after) < 0) {
      asked = asked.plusSeconds(4);
      clock.moveTo(NOON.plus(asked));
      gate.readUp();
    }
    clock.moveTo(NOON.plus(after));
  }

  private void fetch(long from, long to) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> fetched = new HashMap<>();
    List<ConsumerRecord<byte[], byte[]>> records = new java.util.ArrayList<>();
    for (long offset = from; offset <= to; offset++) {
      records.add(new ConsumerRecord<>("in", 0, offset, new byte[0], new byte[0]));
    }
    fetched.put(IN, records);
    progress.fetched(new ConsumerRecords<>(fetched, Map.of()));
    consumer.seek(IN, to + 1);
  }
}
