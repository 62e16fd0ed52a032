package io.amends.local.dlq;

import io.amends.kit.events.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** One dead letter, as it lies in its topic. */
public record Letter(ConsumerRecord<byte[], byte[]> record) {

  private static final String OURS = "dlq_";

  /** By what it is named on the command line: {@code topic/partition/offset}. */
  public String name() {
    return "%s/%d/%d".formatted(record.topic(), record.partition(), record.offset());
  }

  /** When it was refused. */
  public Instant at() {
    return Instant.ofEpochMilli(record.timestamp());
  }

  /** The topic that it came by; empty if it does not say. */
  public String origin() {
    return header(DeadLetter.TOPIC);
  }

  public String reason() {
    return header(DeadLetter.REASON);
  }

  /** How often it was sent again. */
  public int replays() {
    String text = header(DeadLetter.REPLAYS);
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }

  public String header(String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The same event for the topic that it came by: same key, body and id, one replay more. */
  ProducerRecord<byte[], byte[]> again() {
    RecordHeaders headers = new RecordHeaders();
    for (Header header : record.headers()) {
      if (!header.key().startsWith(OURS)) {
        headers.add(header);
      }
    }
    headers.add(
        DeadLetter.REPLAYS, Integer.toString(replays() + 1).getBytes(StandardCharsets.UTF_8));
    return new ProducerRecord<>(origin(), null, record.key(), record.value(), headers);
  }
}
