package io.amends.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.clock.StillClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A stage is as old as what it has not yet dealt with, also when nobody writes to it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PulseTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final TopicPartition IN = new TopicPartition("in", 0);

  private final StillClock clock = new StillClock(NOON);
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final InputProgress progress = new InputProgress(consumer);
  private CompletableFuture<Map<TopicPartition, Long>> ends = new CompletableFuture<>();
  private int asked;
  private final Pulse pulse =
      new Pulse(
          clock,
          _ -> {
            asked++;
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
  void where_nobody_writes_it_stays_fresh() {
    ends.complete(Map.of(IN, 0L));
    for (int seconds = 0; seconds <= 60; seconds += 2) {
      clock.moveTo(NOON.plusSeconds(seconds));
      pulse.beat();
    }
    assertThat(pulse.readUpTo()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void what_is_not_dealt_with_makes_it_old_until_it_is() {
    ends.complete(Map.of(IN, 1L));
    fetched();
    pulse.beat();
    clock.moveTo(NOON.plusSeconds(30));
    pulse.beat();
    assertThat(pulse.readUpTo()).isEqualTo(NOON);
    assertThat(asked).as("one question until it is answered").isEqualTo(1);
    progress.processed("in", 0, 0);
    pulse.beat();
    assertThat(pulse.readUpTo()).as("when it was asked, not when it was answered").isEqualTo(NOON);
    clock.moveTo(NOON.plusSeconds(33));
    pulse.beat();
    assertThat(pulse.readUpTo()).isEqualTo(NOON.plusSeconds(33));
  }

  @Test
  void a_broker_that_does_not_answer_makes_it_old_and_is_asked_again() {
    ends.completeExceptionally(new TimeoutException("away"));
    pulse.beat();
    clock.moveTo(NOON.plusSeconds(40));
    pulse.beat();
    assertThat(pulse.readUpTo()).isEqualTo(NOON);
    assertThat(asked).isEqualTo(2);
    ends = CompletableFuture.completedFuture(Map.of(IN, 0L));
    clock.moveTo(NOON.plusSeconds(43));
    pulse.beat();
    assertThat(pulse.readUpTo()).isEqualTo(NOON.plusSeconds(43));
  }

  /** One record has come, and the consumer stands behind it. */
  private void fetched() {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("in", 0, 0, new byte[0], new byte[0]);
    progress.fetched(new ConsumerRecords<>(Map.of(IN, List.of(record)), Map.of()));
    consumer.seek(IN, 1);
  }
}
