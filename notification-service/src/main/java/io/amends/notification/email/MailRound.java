package io.amends.notification.email;

import io.amends.contracts.EventType;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Failed;
import io.amends.contracts.notification.NotificationEvent.Sending;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.notification.NotificationEvent.Unknown;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.domain.Draft;
import io.amends.notification.stream.GateTopology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.mail.MailException;

/** Sends one round of messages and writes what became of each. */
public final class MailRound {

  private final String topic;
  private final KafkaTemplate<byte[], byte[]> producer;
  private final Postman postman;
  private final HotelClock clock;
  private long lastOffset;

  public MailRound(
      String prefix, KafkaTemplate<byte[], byte[]> producer, Postman postman, HotelClock clock) {
    this.topic = Topics.NOTIFICATIONS.on(prefix);
    this.producer = producer;
    this.postman = postman;
    this.clock = clock;
  }

  private record Order(Draft draft, Origin origin) {}

  /**
   * Sends them.
   *
   * @return offset of the events, in the same partition, from which a successor has to read
   */
  long send(List<ConsumerRecord<byte[], byte[]>> round, UnderWay underWay) {
    List<Order> toSend = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : round) {
      Order order =
          new Order(
              Json.read(record.value(), Draft.class),
              EventHeaders.read(record.headers()).asOrigin());
      if (isToSend(
          order, underWay.lastOf(record.partition(), order.draft().message().messageId()))) {
        toSend.add(order);
      }
    }
    write(toSend.stream().map(order -> event(new Sending(message(order), now()), order)).toList());
    List<ProducerRecord<byte[], byte[]>> results = new ArrayList<>();
    for (Order order : toSend) {
      results.add(event(deliver(order.draft()), order));
    }
    write(results);
    return lastOffset;
  }

  /** What was under way when somebody crashed is unknown; staff are told again, guests are not. */
  private boolean isToSend(Order order, @Nullable NotificationEvent last) {
    if (!(last instanceof Sending)) {
      return last == null;
    }
    write(List.of(event(new Unknown(message(order), now()), order)));
    return message(order).purpose() == Message.Purpose.STAFF_ALERT;
  }

  private NotificationEvent deliver(Draft draft) {
    try {
      return new Sent(draft.message(), now(), postman.deliver(draft));
    } catch (NoAddress nowhere) {
      return new Failed(draft.message(), now(), nowhere.code());
    } catch (MailException refused) {
      return new Failed(draft.message(), now(), "MAIL_SERVER_REFUSED");
    }
  }

  private void write(List<ProducerRecord<byte[], byte[]>> records) {
    List<CompletableFuture<SendResult<byte[], byte[]>>> sent =
        records.stream().map(producer::send).toList();
    sent.forEach(result -> lastOffset = result.join().getRecordMetadata().offset());
  }

  private ProducerRecord<byte[], byte[]> event(NotificationEvent event, Order order) {
    Message message = event.message();
    EventHeaders headers =
        EventHeaders.following(
            order.origin(),
            message.messageId() + "/" + event.getClass().getSimpleName(),
            GateTopology.SOURCE,
            EventType.of(event.getClass()),
            now());
    return new ProducerRecord<>(
        topic, null, Keys.bytes(message.guestId().value()), Json.bytes(event), headers.write());
  }

  private static Message message(Order order) {
    return order.draft().message();
  }

  private Instant now() {
    return clock.instant();
  }
}
