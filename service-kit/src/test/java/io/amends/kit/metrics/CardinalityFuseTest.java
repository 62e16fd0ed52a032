package io.amends.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CardinalityFuseTest {

  private static final int PROPERTIES = 10_000;

  private final CardinalityFuse fuse = new CardinalityFuse();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @BeforeEach
  void fuse() {
    meters.config().meterFilter(fuse);
    new FuseMeters(fuse).bindTo(meters);
  }

  @Test
  void ten_thousand_hotels_in_a_label_stay_under_three_thousand_series() {
    for (int i = 0; i < PROPERTIES; i++) {
      Timer.builder("guests.waited")
          .tag("property", "H-" + i)
          .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(5))
          .register(meters)
          .record(Duration.ofSeconds(2));
      Counter.builder("guests.greeted").tag("property", "H-" + i).register(meters).increment();
    }

    long series = meters.scrape().lines().filter(line -> !line.startsWith("#")).count();
    assertThat(series).isBetween(500L, 3_000L);
    assertThat(meters.get("metrics.fuse.blown").gauge().value()).isEqualTo(2);
    assertThat(meters.get("metrics.fuse.refused").functionCounter().count())
        .isEqualTo(2 * (PROPERTIES - CardinalityFuse.MOST));
  }

  @Test
  void what_is_known_goes_on_and_other_meters_are_not_affected() {
    for (int i = 0; i <= CardinalityFuse.MOST; i++) {
      Counter.builder("guests.greeted").tag("property", "H-" + i).register(meters).increment();
    }
    Counter.builder("guests.greeted").tag("property", "H-0").register(meters).increment();
    Counter.builder("cases").tag("severity", "MAJOR").register(meters).increment();

    assertThat(meters.get("guests.greeted").tag("property", "H-0").counter().count()).isEqualTo(2);
    assertThat(meters.get("cases").counter().count()).isEqualTo(1);
    assertThat(meters.scrape()).doesNotContain("property=\"H-" + CardinalityFuse.MOST + "\"");
  }
}
