package io.amends.kit.streams;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** How many bytes a record takes at most on its way to the broker. */
final class RecordSize {

  /** Kafka's default on both sides; the cluster check holds topics to it. */
  static final int LARGEST = 1024 * 1024;

  /** Header of a batch (61), then lengths, offsets and attributes of the one record in it (36). */
  private static final int FRAME = 100;

  /** Lengths of a header's name and value. */
  private static final int HEADER_FRAME = 10;

  private RecordSize() {}

  static boolean fits(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    return of(key, value, headers) <= LARGEST;
  }

  static long of(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    long size = FRAME + length(key) + length(value);
    for (Header header : headers) {
      size += HEADER_FRAME + Utils.utf8Length(header.key());
      size += length(header.value());
    }
    return size;
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
