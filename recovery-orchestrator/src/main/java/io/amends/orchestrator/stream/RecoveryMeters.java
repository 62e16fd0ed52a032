package io.amends.orchestrator.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.Place;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.ComplaintAcknowledged;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a manager and operations see of cases, by brand and region and never by hotel. Counted when
 * written: a transaction that aborts is counted again, so these are attempts; the topic has the
 * truth. Times are the hotel's.
 */
final class RecoveryMeters {

  /** The promises of the shipped policy lie between these; ours. */
  private static final Duration[] FIRST_RESPONSES = {
    Duration.ofMinutes(5),
    Duration.ofMinutes(10),
    Duration.ofMinutes(15),
    Duration.ofMinutes(30),
    Duration.ofHours(1),
    Duration.ofHours(4),
    Duration.ofHours(24)
  };

  private final MeterRegistry meters;
  private final Map<Class<?>, Counter> byType;

  RecoveryMeters(MeterRegistry meters) {
    this.meters = meters;
    byType =
        EventType.under(RecoveryEvent.class).values().stream()
            .collect(
                Collectors.toMap(
                    type -> type,
                    type ->
                        Counter.builder("recovery.case.events")
                            .description("What happened to cases")
                            .tag("event", type.getSimpleName())
                            .register(meters)));
  }

  /** Counts what happened to one case. */
  void count(List<RecoveryEvent> events, CaseFacts facts) {
    for (RecoveryEvent event : events) {
      Counter counter = byType.get(event.getClass());
      if (counter != null) {
        counter.increment();
      }
      count(event, facts);
    }
  }

  private void count(RecoveryEvent event, CaseFacts facts) {
    Tags where = where(facts.place());
    switch (event) {
      case CaseOpened _ ->
          counter("recovery.cases.opened", "Cases", where.and("severity", facts.severity().name()));
      case ComplaintAcknowledged _ -> firstResponse(event, facts, where);
      case TierEntered e ->
          counter(
              "recovery.tiers.entered",
              "Cases that got dearer",
              where.and("tier", e.tier().tier().name()));
      case MadeGood e -> madeGood(e, where);
      case PromiseBroken e ->
          counter(
              "recovery.promises.broken",
              "Promises not kept by their hour",
              where.and("clock", e.clock().name()));
      case StaffAlerted e ->
          counter(
              "recovery.alerts",
              "Times that somebody was told",
              where.and("role", e.role().name()));
      default -> {} // counted by its type alone
    }
  }

  private void firstResponse(RecoveryEvent event, CaseFacts facts, Tags where) {
    Duration after = Duration.between(facts.detectedAt(), event.stamp().occurredAt());
    Timer.builder("recovery.first.response")
        .description("From when the failure was known until somebody said \"I have it\"")
        .tags(where.and("severity", facts.severity().name()))
        .serviceLevelObjectives(FIRST_RESPONSES)
        .register(meters)
        .record(after.isNegative() ? Duration.ZERO : after);
  }

  private void madeGood(MadeGood made, Tags where) {
    counter(
        "recovery.made.good",
        "Cases made good, by what it cost",
        where.and("tier", made.tier().name()));
    nights(
        "recovery.exposure.nights",
        "What cases stood at when made good",
        where,
        made.exposure().value().doubleValue());
    nights(
        "recovery.spent.nights",
        "What cases made good have really cost the hotel, to be seen beside 1:10:100",
        where.and("tier", made.tier().name()),
        made.cost().value().doubleValue());
    nights(
        "recovery.saved.nights",
        "What the next day would have cost more, by the rule",
        where,
        made.nextDayExposure().value().subtract(made.exposure().value()).doubleValue());
  }

  private static Tags where(Place place) {
    return Tags.of("brand", place.brand(), "region", place.region());
  }

  private void counter(String name, String description, Tags tags) {
    Counter.builder(name).description(description).tags(tags).register(meters).increment();
  }

  private void nights(String name, String description, Tags tags, double nights) {
    Counter.builder(name)
        .description(description)
        .tags(tags)
        .register(meters)
        .increment(Math.max(0, nights));
  }
}
