package io.amends.scorer.stream;

import io.amends.contracts.retention.StayAlert.Occasion;
import io.amends.scorer.domain.profile.Oddity;
import io.amends.scorer.domain.watch.GuestWatch.Watched;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What operations see of the risk. Counted when written: a transaction that aborts is counted
 * again, so these are attempts; the topics have the truth.
 */
final class RiskMeters {

  private final Counter scored;
  private final Counter alerts;
  private final Counter defections;
  private final Meter.MeterProvider<Counter> withinReach;
  private final Meter.MeterProvider<Counter> oddities;

  RiskMeters(MeterRegistry meters) {
    scored =
        Counter.builder("retention.risk.scores")
            .description("Scores that were worth telling")
            .register(meters);
    alerts =
        Counter.builder("retention.risk.alerts")
            .description("Guests who came to stand worse")
            .register(meters);
    defections =
        Counter.builder("retention.risk.defections")
            .description("Guests who came to count as lost")
            .register(meters);
    withinReach =
        Counter.builder("retention.stay.alerts")
            .description("Guests who were let down and are within reach")
            .withRegistry(meters);
    for (Occasion occasion : Occasion.values()) {
      within(occasion);
    }
    oddities =
        Counter.builder("retention.facts.odd")
            .description("Facts that were taken otherwise than told, or left out")
            .withRegistry(meters);
    for (Oddity oddity : Oddity.values()) {
      odd(oddity); // a counter that was never counted up is 0, not absent
    }
  }

  void count(Watched watched) {
    watched
        .telling()
        .ifPresent(
            telling -> {
              scored.increment();
              if (telling.alert()) {
                alerts.increment();
              }
              if (telling.defected()) {
                defections.increment();
              }
            });
    watched.notice().ifPresent(notice -> within(notice.occasion()).increment());
    watched.oddities().forEach(oddity -> odd(oddity).increment());
  }

  private Counter within(Occasion occasion) {
    return withinReach.withTag("occasion", occasion.name());
  }

  private Counter odd(Oddity oddity) {
    return oddities.withTag("oddity", oddity.name());
  }
}
