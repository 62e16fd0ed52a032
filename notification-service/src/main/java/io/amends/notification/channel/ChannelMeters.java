package io.amends.notification.channel;

import io.amends.contracts.notification.NotificationEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How many messages ended how, by way; what nobody knows the end of is one of the ends. */
final class ChannelMeters {

  private enum End {
    SENT,
    DEFERRED,
    RETURNED,
    FAILED,
    UNKNOWN
  }

  private final Map<End, Counter> ends = new EnumMap<>(End.class);

  ChannelMeters(MeterRegistry registry, String way) {
    for (End end : End.values()) {
      ends.put(
          end,
          Counter.builder("notification.results")
              .description("Messages that a channel was done with, by how that ended")
              .tag("way", way)
              .tag("result", end.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  void count(NotificationEvent event) {
    switch (event) {
      case NotificationEvent.Sent _ -> count(End.SENT);
      case NotificationEvent.Deferred _ -> count(End.DEFERRED);
      case NotificationEvent.Returned _ -> count(End.RETURNED);
      case NotificationEvent.Failed _ -> count(End.FAILED);
      case NotificationEvent.Unknown _ -> count(End.UNKNOWN);
      case NotificationEvent.Sending _,
          NotificationEvent.Redriven _,
          NotificationEvent.Planned _,
          NotificationEvent.Held _,
          NotificationEvent.Suppressed _,
          NotificationEvent.Expired _,
          NotificationEvent.ExposureDecided _,
          NotificationEvent.OfferIssued _,
          NotificationEvent.OfferRedeemed _,
          NotificationEvent.OfferLapsed _ -> {
        // no end, or the gate's
      }
    }
  }

  private void count(End end) {
    Counter counter = ends.get(end);
    if (counter != null) {
      counter.increment();
    }
  }
}
