package io.amends.bench.intake;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The same complaints straight to a topic, set up as the door's producer is. */
final class ProducerLoad {

  private final Order order;
  private final String topic;

  ProducerLoad(Order order, String topic) {
    this.order = order;
    this.topic = topic;
  }

  /** As many as are acknowledged with so many under way. */
  Outcome run() throws InterruptedException {
    Tally tally = new Tally(order.warmSeconds(), order.seconds());
    Complaints complaints = new Complaints();
    Semaphore places = new Semaphore(order.connections());
    Instant now = HotelClock.system().instant();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", order.address(),
                "acks", "all",
                "enable.idempotence", "true",
                "linger.ms", "1",
                "max.in.flight.requests.per.connection", "1",
                "compression.type", "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (long i = 0; System.nanoTime() - tally.end() < 0; i++) {
        places.acquire();
        String id = order.run() + "-" + i;
        long due = System.nanoTime();
        EventHeaders headers =
            new EventHeaders(id, "bench", "bench.complaint", now, id, null, null, false);
        var _ =
            producer.send(
                new ProducerRecord<>(
                    topic, null, Keys.bytes(id), complaints.body(i), headers.write()),
                (_, failure) -> {
                  places.release();
                  if (failure == null) {
                    tally.answered(due, Outcome.ACCEPTED);
                  } else {
                    tally.lost(due);
                  }
                });
      }
    }
    return tally.outcome();
  }
}
