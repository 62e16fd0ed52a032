package io.amends.contracts.topics;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the house.
 *
 * <p>All topics carry the time of their append ({@code LogAppendTime}): what happened when is in
 * the payload.
 *
 * @param name without the installation's prefix
 * @param key what the key says
 * @param value a record, or the sealed interface above the events that lie in it
 * @param kept how long; null: for ever
 * @param restricted whether raw words of guests may lie in it, so that few may read it
 * @param writtenBy one party, but for dead letters, which every reader of the origin writes
 * @param readBy who may count on it; of one that is internal, its writer alone
 */
public record Topic<V>(
    String name,
    Key key,
    Class<V> value,
    Cleanup cleanup,
    @Nullable Duration kept,
    boolean restricted,
    Set<Party> writtenBy,
    Set<Party> readBy) {

  public Topic {
    writtenBy = Set.copyOf(writtenBy);
    readBy = Set.copyOf(readBy);
  }

  /** What the key of a topic says. */
  public enum Key {
    /** Whatever the source chose. */
    ANY,
    GUEST,
    /** {@code guest id/case id}, partitioned by the guest id alone. */
    GUEST_AND_CASE,
    /** {@code guest id/text id}, partitioned by the guest id alone. */
    GUEST_AND_TEXT,
    PROPERTY,
    /** {@code <scope>/<kind>@<version>} or {@code …@current}. */
    POLICY,
    /** {@code <currency>/<date>}. */
    CURRENCY_AND_DATE,
    /** A model's version, {@code current}, {@code fit-asked} or {@code fit-ended}. */
    MODEL,
    /** UUIDv8 of source and event id. */
    EVENT,
    /** By what a guest is found: a stay, a room, a contact's hash. */
    DIRECTORY,
    /** What is counted across guests: whose month. */
    BUDGET,
    /** The hash of a voucher's code. */
    VOUCHER
  }

  private static final Duration COMPACTED_WITHIN = Duration.ofDays(7);

  /** The name on the cluster of one installation. */
  public String on(String prefix) {
    return prefix + name;
  }

  /** The configuration that the cluster must show, by Kafka's names. */
  public Map<String, String> config() {
    Map<String, String> config = new TreeMap<>();
    config.put("message.timestamp.type", "LogAppendTime");
    switch (cleanup) {
      case DELETE -> {
        config.put("cleanup.policy", "delete");
        config.put("retention.ms", kept == null ? "-1" : Long.toString(kept.toMillis()));
      }
      case COMPACT -> {
        config.put("cleanup.policy", "compact");
        if (restricted) { // an erasure must reach the disk
          config.put("max.compaction.lag.ms", Long.toString(COMPACTED_WITHIN.toMillis()));
        }
      }
    }
    return config;
  }

  /** Whether nobody but its writer has any business with it. */
  public boolean internal() {
    return readBy.equals(writtenBy);
  }

  /** Where records of this topic go that can't be understood: kept 21 days, for few eyes. */
  public Topic<byte[]> deadLetters() {
    return new Topic<>(
        name + ".dlq",
        key,
        byte[].class,
        Cleanup.DELETE,
        Duration.ofDays(21),
        true,
        readBy,
        Set.of(Party.OPERATIONS));
  }

  Topic<V> from(Party writer) {
    return new Topic<>(name, key, value, cleanup, kept, restricted, Set.of(writer), readBy);
  }

  Topic<V> to(Party... readers) {
    return new Topic<>(name, key, value, cleanup, kept, restricted, writtenBy, Set.of(readers));
  }
}
