package io.amends.kit.events;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Keys as they lie in topics and stores: text, and a compound one is put together with a slash. */
public final class Keys {

  private static final char SLASH = '/';

  private Keys() {}

  public static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  public static String text(byte[] key) {
    return new String(key, StandardCharsets.UTF_8);
  }

  /**
   * Puts a compound key where its first part alone would lie, so that all about one owner stays in
   * one partition.
   */
  public static StreamPartitioner<byte[], byte[]> byFirstPart() {
    return (_, key, _, partitions) -> Optional.of(Set.of(partition(firstPart(key), partitions)));
  }

  /** The partition that Kafka's own producers choose for a key. */
  public static int partition(byte[] key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  private static byte[] firstPart(byte[] key) {
    String text = text(key);
    int slash = text.indexOf(SLASH);
    return slash < 0 ? key : bytes(text.substring(0, slash));
  }
}
