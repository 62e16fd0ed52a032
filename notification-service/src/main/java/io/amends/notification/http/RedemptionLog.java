package io.amends.notification.http;

import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.publish.Publisher;
import io.amends.kit.security.DerivedCodes;
import io.amends.notification.domain.offer.VoucherAsked;
import io.amends.notification.stream.OfferWire;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Appends wishes to redeem to the log, under the hash of the code: the code goes no further. */
public final class RedemptionLog {

  private final Publisher publisher;
  private final String topic;

  public RedemptionLog(Publisher publisher, String prefix) {
    this.publisher = publisher;
    this.topic = Topics.VOUCHERS_ASKED.on(prefix);
  }

  CompletableFuture<RecordMetadata> append(String code, VoucherAsked.Redeem wish) {
    return publisher.send(
        new ProducerRecord<>(
            topic,
            null,
            Keys.bytes(DerivedCodes.hash(code)),
            Json.bytes(wish),
            OfferWire.redeeming(wish.commandId()).write()));
  }
}
