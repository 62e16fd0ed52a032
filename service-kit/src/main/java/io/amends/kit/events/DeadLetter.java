package io.amends.kit.events;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a record that can't be taken in: where it came from and why, with no text of it.
 * Its key and body go along as they came.
 */
public final class DeadLetter {

  public static final String TOPIC = "dlq_topic";
  public static final String PARTITION = "dlq_partition";
  public static final String OFFSET = "dlq_offset";
  public static final String TIMESTAMP = "dlq_timestamp";
  public static final String REASON = "dlq_reason";
  public static final String FAILURE = "dlq_failure";
  public static final String REPLAYS = "dlq_replays";

  /** What a redrive needs; whatever else a stranger sent is not carried on. */
  private static final Set<String> KEPT =
      Set.of(
          "ce_specversion",
          "ce_id",
          "ce_source",
          "ce_type",
          "ce_time",
          "ce_history",
          "ce_correlationid",
          "ce_causationid",
          "content-type",
          "traceparent",
          REPLAYS);

  private static final int LONGEST = 512;

  private DeadLetter() {}

  /**
   * Makes them.
   *
   * @param timestamp of the append, epoch milliseconds
   * @param reason field, found and expected, never a guest's words
   * @param failure class of what was thrown, if something was
   */
  public static Headers headers(
      Headers came,
      String topic,
      int partition,
      long offset,
      long timestamp,
      String reason,
      @Nullable Throwable failure) {
    RecordHeaders headers = new RecordHeaders();
    for (Header header : came) {
      if (KEPT.contains(header.key())
          && header.value() != null
          && header.value().length <= LONGEST) {
        headers.add(header);
      }
    }
    add(headers, TOPIC, topic);
    add(headers, PARTITION, Integer.toString(partition));
    add(headers, OFFSET, Long.toString(offset));
    add(headers, TIMESTAMP, Long.toString(timestamp));
    add(headers, REASON, reason);
    if (failure != null) {
      add(headers, FAILURE, failure.getClass().getName());
    }
    return headers;
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
