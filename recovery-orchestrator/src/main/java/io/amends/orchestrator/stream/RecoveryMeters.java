package io.amends.orchestrator.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.recovery.RecoveryEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What operations see of cases. Counted when written: a transaction that aborts is counted again,
 * so these are attempts; the topic has the truth.
 */
final class RecoveryMeters {

  private final Map<Class<?>, Counter> byType;

  RecoveryMeters(MeterRegistry meters) {
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

  void count(List<RecoveryEvent> events) {
    for (RecoveryEvent event : events) {
      Counter counter = byType.get(event.getClass());
      if (counter != null) {
        counter.increment();
      }
    }
  }
}
