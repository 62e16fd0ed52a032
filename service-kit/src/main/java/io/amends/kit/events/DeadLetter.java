package io.amends.kit.events;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a record that can't be taken in: where it came from, who could not read it and
 * why, with no text of it. Its key and body go along as they came.
 */
public final class DeadLetter {

  public static final String TOPIC = "dlq_topic";
  public static final String PARTITION = "dlq_partition";
  public static final String OFFSET = "dlq_offset";
  public static final String TIMESTAMP = "dlq_timestamp";
  public static final String REASON = "dlq_reason";
  public static final String FAILURE = "dlq_failure";

  /** The application that gave up on it; others may have read it. */
  public static final String READER = "dlq_reader";

  /** How often it was tried. */
  public static final String ATTEMPTS = "dlq_attempts";

  /** Bytes of the body, if it was left out because nothing so large can be written here. */
  public static final String OMITTED = "dlq_omitted";

  public static final String REPLAYS = "dlq_replays";

  /** What a redrive needs; whatever else a stranger sent is not carried on. */
  private static final List<String> KEPT =
      List.of(
          "ce_specversion",
          "ce_id",
          "ce_source",
          "ce_type",
          "ce_time",
          "ce_history",
          "ce_correlationid",
          "ce_causationid",
          "content-type",
          "traceparent");

  private static final int LONGEST_REASON = 1_000;

  private DeadLetter() {}

  /** Where a record lies, and when it was appended (epoch milliseconds). */
  public record Place(String topic, int partition, long offset, long timestamp) {}

  /**
   * Makes them.
   *
   * @param reason field, found and expected, never a guest's words
   * @param failure class of what was thrown, if something was
   */
  public static Headers headers(
      Headers came,
      Place at,
      String reader,
      int attempts,
      String reason,
      @Nullable Throwable failure) {
    RecordHeaders headers = new RecordHeaders();
    for (String name : KEPT) {
      String text = HeaderText.of(came.lastHeader(name));
      if (text != null) {
        add(headers, name, text);
      }
    }
    carryReplays(came, headers);
    add(headers, TOPIC, at.topic());
    add(headers, PARTITION, Integer.toString(at.partition()));
    add(headers, OFFSET, Long.toString(at.offset()));
    add(headers, TIMESTAMP, Long.toString(at.timestamp()));
    add(headers, READER, reader);
    add(headers, ATTEMPTS, Integer.toString(attempts));
    add(headers, REASON, cut(reason));
    if (failure != null) {
      add(headers, FAILURE, failure.getClass().getName());
    }
    return headers;
  }

  /** How often it was sent again goes with it from topic to topic, if it is a number. */
  public static void carryReplays(Headers came, Headers goes) {
    String replays = HeaderText.of(came.lastHeader(REPLAYS));
    if (replays != null && replays.matches("[0-9]{1,4}")) {
      add(goes, REPLAYS, replays);
    }
  }

  /** Says that the body was left out. */
  public static void omitted(Headers headers, int bytes) {
    headers.add(OMITTED, Integer.toString(bytes).getBytes(StandardCharsets.UTF_8));
  }

  private static String cut(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + " …";
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
