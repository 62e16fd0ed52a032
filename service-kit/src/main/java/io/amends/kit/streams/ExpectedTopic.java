package io.amends.kit.streams;

import java.util.Map;

/**
 * A topic as it must be on the cluster.
 *
 * @param name with the installation's prefix
 * @param config what its configuration must show, by Kafka's names
 * @param samePartitions whether it must have as many partitions as the others that say so, since
 *     they are read by the same tasks
 */
public record ExpectedTopic(String name, Map<String, String> config, boolean samePartitions) {

  public ExpectedTopic {
    config = Map.copyOf(config);
  }
}
