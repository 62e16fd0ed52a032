package io.amends.local.program;

import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** The catalogue's topics as they are made on one machine: 4 partitions, one copy. */
public final class ShippedTopics {

  /** Our own edge, and foreign systems that a chain usually has. */
  private static final List<String> SOURCES =
      List.of("http", "pms", "crm", "reviews", "survey", "building");

  private static final int PARTITIONS = 4;
  private static final short COPIES = 1;

  private ShippedTopics() {}

  /** All of them, each with its dead letters. */
  public static List<NewTopic> all() {
    List<Topic<?>> topics = new ArrayList<>(Topics.ours());
    for (String source : SOURCES) {
      for (InboundKind kind : InboundKind.values()) {
        topics.add(Topics.inbound(kind, source));
      }
    }
    List<NewTopic> made = new ArrayList<>();
    for (Topic<?> topic : topics) {
      made.add(made(topic));
      made.add(made(topic.deadLetters()));
    }
    return made;
  }

  private static NewTopic made(Topic<?> topic) {
    return new NewTopic(topic.on(""), PARTITIONS, COPIES).configs(topic.config());
  }
}
