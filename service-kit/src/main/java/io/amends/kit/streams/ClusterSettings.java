package io.amends.kit.streams;

import java.util.Properties;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many copies the cluster must keep; not looked at unless it is said, since one machine keeps
 * one.
 *
 * @param replication copies of every partition
 * @param minInsync copies that must have a record before it counts as written
 */
@ConfigurationProperties("amends.cluster")
public record ClusterSettings(@Nullable Integer replication, @Nullable Integer minInsync) {

  /** Nothing is expected of copies. */
  public static final ClusterSettings ANY = new ClusterSettings(null, null);

  /** The topics that Streams makes for itself are kept as well as the others. */
  void putInto(Properties streams) {
    if (replication != null) {
      streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
    }
    if (minInsync != null) {
      streams.put(
          StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), minInsync.toString());
    }
  }
}
