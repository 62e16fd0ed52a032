package io.amends.local.program;

import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The catalogue's topics as they are made on a cluster. */
public final class ShippedTopics {

  /** Our own edges, and foreign systems that a chain usually has. */
  public static final List<String> SOURCES =
      List.of("http", "mail", "pms", "crm", "reviews", "survey", "building");

  /** Letters are few, and read by people in the order in which they came. */
  public static final int DEAD_LETTER_PARTITIONS = 1;

  private ShippedTopics() {}

  /**
   * How a cluster keeps them.
   *
   * @param prefix of the installation
   * @param partitions of each but the dead letters, fixed for life
   * @param copies of each partition
   * @param inSync copies that must have a record before it counts as written
   */
  public record Kept(String prefix, int partitions, short copies, int inSync) {

    /** One machine: four partitions, one copy. */
    public static final Kept ON_ONE_MACHINE = new Kept("", 4, (short) 1, 1);
  }

  /** All of them on one machine, each with its dead letters. */
  public static List<NewTopic> all() {
    return all(Kept.ON_ONE_MACHINE, SOURCES);
  }

  /** All of them, with those of the sources, each with its dead letters. */
  public static List<NewTopic> all(Kept kept, List<String> sources) {
    List<Topic<?>> topics = new ArrayList<>(Topics.ours());
    for (String source : sources) {
      for (InboundKind kind : InboundKind.values()) {
        topics.add(Topics.inbound(kind, source));
      }
    }
    List<NewTopic> made = new ArrayList<>();
    for (Topic<?> topic : topics) {
      made.add(made(topic, kept, kept.partitions()));
      made.add(made(topic.deadLetters(), kept, DEAD_LETTER_PARTITIONS));
    }
    return made;
  }

  private static NewTopic made(Topic<?> topic, Kept kept, int partitions) {
    Map<String, String> config = new TreeMap<>(topic.config());
    if (kept.inSync() > 1) {
      config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(kept.inSync()));
    }
    return new NewTopic(topic.on(kept.prefix()), partitions, kept.copies()).configs(config);
  }
}
