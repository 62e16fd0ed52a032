package io.amends.scorer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.StillClock;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.scorer.domain.watch.WatchFormat;
import io.amends.scorer.domain.watch.WatchedGuest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two ids turn out to be one guest: one history, one score, whoever is named from then on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JoinedGuestsTest {

  private static final Instant START = Instant.parse("2026-11-20T13:18:00Z");

  private final StillClock clock = new StillClock(START);
  private final TopologyTestDriver driver;

  JoinedGuestsTest(@TempDir Path folder) {
    driver =
        RiskDriver.start(
            folder, clock, new SimpleMeterRegistry(), RiskSettings.DEFAULT, (_, _) -> {});
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void one_history_and_one_score_whose_id_that_was_has_none_any_more() {
    stay("A-1", "S1");
    stay("G-1", "S2");
    scores();

    link("A-1", "G-1");
    link("A-1", "G-1");

    assertThat(scores()).containsExactlyInAnyOrder("A-1 none", "G-1 scored");
    assertThat(stays("G-1")).isEqualTo(2);
    assertThat(movedTo("A-1")).isEqualTo(new GuestId("G-1"));
    assertThat(out(Topics.RISK_ALERTS)).isEmpty();
  }

  @Test
  void what_is_told_later_under_the_id_that_was_is_heard_under_the_one_that_is() {
    stay("A-1", "S1");
    link("A-1", "G-1");
    scores();

    stay("A-1", "S2");

    assertThat(stays("G-1")).isEqualTo(2);
    assertThat(scores()).as("nothing under the id that was").doesNotContain("A-1 scored");
  }

  @Test
  void an_id_of_whom_nothing_was_known_moves_all_the_same() {
    link("A-1", "G-1");

    stay("A-1", "S1");

    assertThat(stays("G-1")).isEqualTo(1);
  }

  @Test
  void who_moves_on_takes_along_what_was_joined() {
    stay("A-1", "S1");
    stay("G-1", "S2");
    link("A-1", "G-1");
    stay("G-2", "S3");
    link("G-1", "G-2");

    stay("A-1", "S4");

    assertThat(stays("G-2")).isEqualTo(4);
  }

  @Test
  void two_that_were_joined_to_each_other_do_not_send_it_to_and_fro_for_ever() {
    stay("A-1", "S1");
    stay("A-2", "S2");
    link("A-1", "A-2");
    link("A-2", "A-1");

    stay("A-1", "S3");

    List<String> ids = List.of("A-1", "A-2");
    assertThat(ids.stream().filter(id -> movedTo(id) == null).mapToInt(this::stays).sum())
        .as("heard where it came to rest")
        .isEqualTo(3);
  }

  @Test
  void silence_of_the_id_that_was_wakes_nobody() {
    for (int stay = 0; stay < 5; stay++) {
      stay("A-1", "S" + stay);
    }
    Instant wakeAt = Objects.requireNonNull(WatchFormat.read(row("A-1")).wakeAt());
    link("A-1", "G-1");
    scores();

    clock.moveTo(wakeAt.plusSeconds(5));
    for (int second = 0; second < 5; second++) {
      clock.forward(Duration.ofSeconds(1));
      driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    assertThat(movedTo("A-1")).isEqualTo(new GuestId("G-1"));
    assertThat(scores()).as("the id that is was woken").containsOnly("G-1 scored");
  }

  private void link(String from, String to) {
    GuestsLinked linked =
        new GuestsLinked(new GuestId(from), new GuestId(to), "contacts", clock.instant());
    for (String under : List.of(from, to)) {
      pipe(Topics.GUEST_LINKS, under, linked, "link/" + from + "/" + to + "/" + under);
    }
  }

  private void stay(String guest, String stay) {
    clock.forward(Duration.ofHours(26));
    String body =
        """
        {"guestId":"%s","source":"PMS","history":false,"kind":"STAY_COMPLETED","nights":1,
         "occurredAt":"%s","stayId":"%s","spend":{"minorUnits":10000,"currency":"CNY"}}
        """
            .formatted(guest, clock.instant(), stay);
    pipe(Topics.INTERACTIONS, guest, Json.read(Keys.bytes(body), InteractionRecorded.class), stay);
  }

  private void pipe(Topic<?> topic, String key, Object body, String id) {
    EventHeaders headers =
        new EventHeaders(
            id, "test", EventType.of(body.getClass()), clock.instant(), id, null, null, false);
    driver
        .createInputTopic(topic.on(""), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(
            new TestRecord<>(Keys.bytes(key), Json.bytes(body), headers.write(), clock.real()));
  }

  /** What was said of whose score since last asked. */
  private List<String> scores() {
    return out(Topics.RISK_SCORES).stream()
        .map(score -> Keys.text(score.key()) + (score.value() == null ? " none" : " scored"))
        .toList();
  }

  private List<TestRecord<byte[], byte[]>> out(Topic<?> topic) {
    return driver
        .createOutputTopic(topic.on(""), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  private int stays(String guest) {
    WatchedGuest watched = WatchFormat.read(row(guest));
    return watched.profile().at(clock.instant()).spending().stays();
  }

  private @Nullable GuestId movedTo(String guest) {
    return WatchFormat.movedTo(row(guest));
  }

  private byte[] row(String guest) {
    return driver.<String, byte[]>getKeyValueStore(RiskTopology.GUESTS).get(guest);
  }
}
