package io.amends.scorer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Actor;
import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.reference.GuestReference;
import io.amends.contracts.reference.RateReference;
import io.amends.contracts.retention.FitAsked;
import io.amends.contracts.retention.FitEnded;
import io.amends.contracts.retention.ModelPublished;
import io.amends.contracts.retention.RiskScored;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.StillClock;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.scorer.domain.kernel.Heterogeneity;
import io.amends.scorer.domain.model.Parameters;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.profile.Oddity;
import io.amends.scorer.domain.watch.WatchFormat;
import io.amends.scorer.domain.watch.WatchedGuest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What befalls guests goes in, scores come out, by whichever model is in use. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RiskTopologyTest {

  private static final Instant START = Instant.parse("2026-11-20T13:18:00Z");
  private static final int RESCORED_PER_SECOND = 10;

  private final StillClock clock = new StillClock(START);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Instant> fits = new ArrayList<>();
  private final TopologyTestDriver driver;
  private final TestOutputTopic<byte[], byte[]> scores;
  private final TestOutputTopic<byte[], byte[]> alerts;

  RiskTopologyTest(@TempDir Path folder) {
    driver =
        RiskDriver.start(
            folder,
            clock,
            meters,
            new RiskSettings(Duration.ofDays(7), RESCORED_PER_SECOND),
            (cut, _) -> fits.add(cut));
    scores = output(Topics.RISK_SCORES.on(""));
    alerts = output(Topics.RISK_ALERTS.on(""));
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void a_stay_in_another_currency_is_worth_what_the_newest_rate_before_it_says() {
    rate("USD", "2026-11-01", "7.0");
    rate("USD", "2026-11-15", "7.2");
    rate("USD", "2026-11-25", "9.9");

    hear("G1", stay("S1", 10_000, "USD"));

    assertThat(guest("G1").profile().at(clock.instant()).spending().meanMinorUnits())
        .isEqualTo(72_000);
    assertThat(guest("G1").profile().at(clock.instant()).spending().currency())
        .isEqualTo(Currency.getInstance("CNY"));
  }

  @Test
  void what_has_no_rate_is_unknown_and_counted_and_the_reporting_currency_needs_none() {
    rate("USD", "2026-11-01", "7.0");

    hear("G1", stay("S1", 10_000, "CNY"));
    hear("G1", stay("S2", 10_000, "EUR"));

    assertThat(guest("G1").profile().at(clock.instant()).spending().meanMinorUnits())
        .isEqualTo(10_000);
    assertThat(odd(Oddity.UNKNOWN_RATE)).isEqualTo(1);
  }

  @Test
  void another_model_scores_all_guests_anew_no_faster_than_it_may_and_alerts_nobody() {
    for (int guest = 0; guest < 25; guest++) {
      hear("G%02d".formatted(guest), stay("S1", 10_000, "CNY"));
    }
    scores.readRecordsToList();
    RiskModel gloomy =
        Priors.MODEL.with(new Heterogeneity(1.0, 1.5, 3.0, 0.4), 0.3).named("fit-20261120");

    model(gloomy);
    pass(Duration.ofSeconds(1));
    assertThat(scores.getQueueSize()).isBetween(1L, (long) RESCORED_PER_SECOND);
    pass(Duration.ofSeconds(5));

    List<RiskScored> anew = scores.readRecordsToList().stream().map(this::score).toList();
    assertThat(anew).hasSize(25).allMatch(score -> score.model().equals("fit-20261120"));
    assertThat(anew).extracting(RiskScored::guestId).doesNotHaveDuplicates();
    assertThat(alerts.isEmpty()).isTrue();
    pass(Duration.ofSeconds(5));
    assertThat(scores.isEmpty()).as("once is enough").isTrue();
  }

  @Test
  void a_model_that_can_t_be_read_changes_nothing() {
    table(
        Topics.MODELS.on(""),
        ModelPublished.CURRENT,
        new ModelPublished("fit-2", START, "p", null, Map.of("guests.r", 1.0), Map.of()));

    hear("G1", stay("S1", 10_000, "CNY"));

    assertThat(score(scores.readRecord()).model()).isEqualTo(Priors.MODEL.version());
  }

  @Test
  void a_fit_begins_when_its_hour_has_come_and_again_if_none_has_ended() {
    pass(Duration.ofSeconds(2));
    clock.forward(Duration.ofDays(7));
    pass(Duration.ofSeconds(1));
    assertThat(fits).hasSize(1);

    pass(Duration.ofSeconds(5));
    assertThat(fits).hasSize(1);
    clock.forward(Duration.ofMinutes(31));
    pass(Duration.ofSeconds(1));
    assertThat(fits).as("the first was lost").hasSize(2);

    ended();
    clock.forward(Duration.ofMinutes(31));
    pass(Duration.ofSeconds(1));
    assertThat(fits).hasSize(2);
    clock.forward(Duration.ofDays(7));
    pass(Duration.ofSeconds(1));
    assertThat(fits).hasSize(3);
  }

  @Test
  void somebody_asks_and_it_begins_at_once_and_once() {
    clock.forward(Duration.ofMinutes(1));
    table(
        Topics.MODELS.on(""),
        FitAsked.NEWEST,
        new FitAsked(clock.instant(), Actor.staff("head.office")));

    pass(Duration.ofSeconds(5));

    assertThat(fits).hasSize(1);
  }

  @Test
  void who_is_known_by_a_master_record_alone_is_told_of_when_something_happens() {
    master("G1", "{\"guestId\":\"G1\",\"tier\":\"Gold\"}");
    assertThat(scores.isEmpty()).isTrue();

    hear("G1", stay("S1", 10_000, "CNY"));
    master("G1", null);

    assertThat(scores.getQueueSize()).isEqualTo(1);
    assertThat(score(scores.readRecord()).reasons()).extracting("code").contains("LEVEL");
  }

  private void master(String guest, @Nullable String body) {
    clock.forward(Duration.ofHours(1));
    EventHeaders headers =
        new EventHeaders(
            "R-" + clock.instant(),
            "test",
            EventType.of(GuestReference.class),
            clock.instant(),
            "correlation-1",
            null,
            null,
            false);
    byte @Nullable [] value = body == null ? null : Keys.bytes(body);
    driver
        .createInputTopic(
            Topics.GUESTS.on(""), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(Keys.bytes(guest), value, headers.write(), clock.real()));
  }

  private void hear(String guest, InteractionRecorded event) {
    EventHeaders headers =
        new EventHeaders(
            guest + "/" + event.stayId(),
            "test",
            EventType.of(InteractionRecorded.class),
            event.occurredAt(),
            "correlation-1",
            null,
            null,
            false);
    driver
        .createInputTopic(
            Topics.INTERACTIONS.on(""), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(
            new TestRecord<>(Keys.bytes(guest), Json.bytes(event), headers.write(), clock.real()));
  }

  private InteractionRecorded stay(String id, long minorUnits, String currency) {
    clock.forward(Duration.ofHours(1));
    String body =
        """
        {"guestId":"G","source":"PMS","history":false,"kind":"STAY_COMPLETED","nights":1,
         "occurredAt":"%s","stayId":"%s","spend":{"minorUnits":%d,"currency":"%s"}}
        """
            .formatted(clock.instant(), id, minorUnits, currency);
    return Json.read(Keys.bytes(body), InteractionRecorded.class);
  }

  private void rate(String currency, String day, String rate) {
    table(
        Topics.RATES.on(""),
        currency + "/" + day,
        new RateReference(
            Currency.getInstance(currency),
            Currency.getInstance("CNY"),
            LocalDate.parse(day),
            new BigDecimal(rate)));
  }

  private void model(RiskModel model) {
    table(
        Topics.MODELS.on(""),
        ModelPublished.CURRENT,
        new ModelPublished(
            model.version(), START, "tarp-1986", null, Parameters.of(model), Map.of()));
  }

  private void ended() {
    table(
        Topics.MODELS.on(""),
        FitEnded.NEWEST,
        new FitEnded(
            clock.instant(),
            FitEnded.Verdict.TOO_FEW_GUESTS,
            Priors.MODEL.version(),
            null,
            3,
            Map.of()));
  }

  private void table(String topic, String key, Object row) {
    driver
        .createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, Json.bytes(row));
  }

  private TestOutputTopic<byte[], byte[]> output(String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private RiskScored score(TestRecord<byte[], byte[]> record) {
    return Json.read(record.value(), RiskScored.class);
  }

  private WatchedGuest guest(String id) {
    KeyValueStore<String, byte[]> guests = driver.getKeyValueStore(RiskTopology.GUESTS);
    return WatchFormat.read(guests.get(new GuestId(id).value()));
  }

  private double odd(Oddity oddity) {
    return meters.get("retention.facts.odd").tag("oddity", oddity.name()).counter().count();
  }

  /** Lets real and hotel time pass, in steps of the finest punctuator. */
  private void pass(Duration time) {
    for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plusMillis(100)) {
      clock.forward(Duration.ofMillis(100));
      driver.advanceWallClockTime(Duration.ofMillis(100));
    }
  }
}
