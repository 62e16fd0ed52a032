package io.amends.notification.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.RemedyHandedOver;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.domain.Draft;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.Record;

/** What goes out: events for everybody, orders for the channels. */
public final class Out {

  private static final String ORDER = "amends.notification.dispatch.v1";

  private Out() {}

  /**
   * What a channel is to send.
   *
   * @param attempt the how-manieth time the gate lets it through
   */
  public record Order(Draft draft, int attempt) {}

  static Record<byte[], byte[]> order(Order order, Instant now, Origin origin) {
    Message message = order.draft().message();
    return record(
        message,
        order,
        EventHeaders.following(
            origin, message.messageId() + "/" + order.attempt(), GateTopology.SOURCE, ORDER, now));
  }

  static Record<byte[], byte[]> event(NotificationEvent event, Origin origin) {
    return record(event.message(), event, headers(event, origin));
  }

  static Record<byte[], byte[]> handedOver(
      RemedyHandedOver reached, String messageId, Origin origin) {
    EventHeaders headers =
        EventHeaders.following(
            origin,
            messageId + "/handed-over",
            GateTopology.SOURCE,
            EventType.of(RemedyHandedOver.class),
            reached.at());
    return new Record<>(
        Keys.bytes(reached.guestId().value()), Json.bytes(reached), 0, headers.write());
  }

  /** What a wish to try again says about itself. */
  public static EventHeaders asking(RedriveAsked asked, Instant at) {
    return new EventHeaders(
        UUID.randomUUID().toString(),
        GateTopology.SOURCE,
        EventType.of(RedriveAsked.class),
        at,
        asked.messageId(),
        null,
        null,
        false);
  }

  /**
   * What an event says about itself.
   *
   * @return with an id that is the same if the same is said again
   */
  public static EventHeaders headers(NotificationEvent event, Origin origin) {
    String type = EventType.of(event.getClass());
    String what = type.substring("amends.notification.".length(), type.length() - ".v1".length());
    return EventHeaders.following(
        origin,
        event.message().messageId() + "/" + what + number(event),
        GateTopology.SOURCE,
        type,
        event.at());
  }

  private static String number(NotificationEvent event) {
    return switch (event) {
      case NotificationEvent.Sending e -> "/" + e.attempt();
      case NotificationEvent.Sent e -> "/" + e.attempt();
      case NotificationEvent.Deferred e -> "/" + e.attempt();
      case NotificationEvent.Returned e -> "/" + e.attempt();
      case NotificationEvent.Failed e -> "/" + e.attempt();
      case NotificationEvent.Unknown e -> "/" + e.attempt();
      case NotificationEvent.Held e -> "/" + e.until().toEpochMilli();
      case NotificationEvent.Redriven e -> "/" + e.at().toEpochMilli();
      case NotificationEvent.Planned _,
          NotificationEvent.Suppressed _,
          NotificationEvent.Expired _,
          NotificationEvent.ExposureDecided _,
          NotificationEvent.OfferIssued _,
          NotificationEvent.OfferRedeemed _,
          NotificationEvent.OfferLapsed _ ->
          "";
    };
  }

  private static Record<byte[], byte[]> record(Message message, Object body, EventHeaders headers) {
    return new Record<>(
        Keys.bytes(message.guestId().value()), Json.bytes(body), 0, headers.write());
  }
}
