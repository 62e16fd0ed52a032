package io.amends.intake.stream;

import io.amends.contracts.intake.ArrivalOutcome.Result;
import io.amends.contracts.topics.InboundKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What operations see of the door: attempts, since a transaction may abort and be done again. */
final class IntakeMeters {

  private final MeterRegistry meters;
  private final Counter unreadable;

  IntakeMeters(MeterRegistry meters) {
    this.meters = meters;
    unreadable =
        Counter.builder("intake.unreadable")
            .description("Records that are no event of the contract")
            .register(meters);
    for (InboundKind kind : InboundKind.values()) {
      for (Result result : Result.values()) {
        counter(kind, result);
      }
    }
  }

  void unreadable() {
    unreadable.increment();
  }

  void decided(InboundKind kind, Result result) {
    counter(kind, result).increment();
  }

  private Counter counter(InboundKind kind, Result result) {
    return Counter.builder("intake.arrivals")
        .description("What came to the door, by what became of it")
        .tag("kind", kind.word())
        .tag("result", result.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }
}
