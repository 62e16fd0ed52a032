package io.amends.notification.stream;

import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.notification.domain.Gate.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What became of messages and why, counted as it is read back from the log; a transaction that
 * aborts is counted again.
 */
final class GateMeters {

  private static final String NONE = "none";

  /** What a manager asks: within the hour, this night, tomorrow, in three days. */
  private static final Duration[] WAITS = {
    Duration.ofHours(1), Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(3)
  };

  private final MeterRegistry meters;

  GateMeters(MeterRegistry meters) {
    this.meters = meters;
    for (Reason reason : Reason.values()) { // a counter that was never counted up is 0, not absent
      Counter _ = messages("held", reason.name());
      Counter _ = messages("suppressed", reason.name());
      Timer _ = wait(reason.name());
    }
    for (Message.Via via : Message.Via.values()) {
      Counter _ = failed(via);
      Counter _ = redriven(via);
    }
  }

  void count(NotificationEvent event) {
    switch (event) {
      case NotificationEvent.Planned _ -> messages("planned", NONE).increment();
      case NotificationEvent.Held e -> {
        messages("held", known(e.reason())).increment();
        wait(known(e.reason())).record(Duration.between(e.at(), e.until()));
      }
      case NotificationEvent.Suppressed e -> messages("suppressed", known(e.reason())).increment();
      case NotificationEvent.Expired _ -> messages("expired", NONE).increment();
      case NotificationEvent.Failed e -> failed(e.message().via()).increment();
      case NotificationEvent.Redriven e -> redriven(e.message().via()).increment();
      case NotificationEvent.ExposureDecided e ->
          Counter.builder("notification.exposures")
              .description("Guests for whom an offer was due, by whether they are shown it")
              .tag("arm", e.arm().name())
              .register(meters)
              .increment();
      case NotificationEvent.OfferIssued e -> offers(e.offerType(), "issued");
      case NotificationEvent.OfferRedeemed e -> offers(e.offerType(), "redeemed");
      case NotificationEvent.OfferLapsed e -> offers(e.offerType(), "lapsed");
      case NotificationEvent.Sending _,
          NotificationEvent.Sent _,
          NotificationEvent.Deferred _,
          NotificationEvent.Returned _,
          NotificationEvent.Unknown _ -> {
        // the channel counts these
      }
    }
  }

  /** For good, by the provider or because it was tried often enough. */
  private Counter failed(Message.Via via) {
    return Counter.builder("notification.failed")
        .description("Messages that are given up until somebody redrives them")
        .tag("way", via.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }

  private Counter redriven(Message.Via via) {
    return Counter.builder("notification.redriven")
        .description("Messages that somebody wanted tried once more")
        .tag("way", via.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }

  private void offers(String type, String outcome) {
    Counter.builder("notification.offers")
        .description("Offers made to guests, and what became of them")
        .tag("offer", type)
        .tag("outcome", outcome)
        .register(meters)
        .increment();
  }

  private Counter messages(String outcome, String reason) {
    return Counter.builder("notification.messages")
        .description("Messages by what the gate decided, and why")
        .tag("outcome", outcome)
        .tag("reason", reason)
        .register(meters);
  }

  private Timer wait(String reason) {
    return Timer.builder("notification.held")
        .description("How long messages wait that may not go out yet")
        .tag("reason", reason)
        .serviceLevelObjectives(WAITS)
        .register(meters);
  }

  /** As a label, from a closed set whatever the log says. */
  private static String known(String reason) {
    return Arrays.stream(Reason.values())
        .map(Enum::name)
        .filter(reason.toUpperCase(Locale.ROOT)::equals)
        .findFirst()
        .orElse("OTHER");
  }
}
