package io.amends.notification.http;

import io.amends.contracts.GuestId;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.publish.Publisher;
import io.amends.notification.stream.Out;
import io.amends.notification.stream.RedriveAsked;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Appends wishes to try a message again to the log, under the guest whose message it is. */
public final class RedriveLog {

  private final Publisher publisher;
  private final String topic;
  private final HotelClock clock;

  public RedriveLog(Publisher publisher, String prefix, HotelClock clock) {
    this.publisher = publisher;
    this.topic = Topics.REPORTS.on(prefix);
    this.clock = clock;
  }

  CompletableFuture<RecordMetadata> append(GuestId guest, RedriveAsked wish) {
    return publisher.send(
        new ProducerRecord<>(
            topic,
            null,
            Keys.bytes(guest.value()),
            Json.bytes(wish),
            Out.asking(wish, clock.instant()).write()));
  }
}
