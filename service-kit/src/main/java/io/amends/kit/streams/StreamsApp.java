package io.amends.kit.streams;

import java.util.List;
import org.apache.kafka.streams.Topology;

/**
 * The Streams part of one service.
 *
 * @param name the module's; with the installation's prefix it is the {@code application.id}
 * @param topics what the cluster must show before it may start
 */
public record StreamsApp(String name, Topology topology, List<ExpectedTopic> topics) {

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException if a processor could not put aside what it can't read
   */
  public StreamsApp {
    DeadLetterSinks.require(topology);
    topics = List.copyOf(topics);
  }
}
