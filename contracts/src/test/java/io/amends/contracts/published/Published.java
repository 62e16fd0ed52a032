package io.amends.contracts.published;

import io.amends.contracts.EventType;
import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The topics of the catalogue, and the types of all that lies in them. */
public final class Published {

  private Published() {}

  /** Every topic: one of each inbound kind, then ours. */
  public static List<Topic<?>> topics() {
    return Stream.concat(
            Arrays.stream(InboundKind.values()).map(kind -> Topics.inbound(kind, "source")),
            Topics.ours().stream())
        .<Topic<?>>map(topic -> topic)
        .toList();
  }

  /** What may lie in a topic, by {@code ce_type}; empty if its bytes are nobody else's business. */
  public static Map<String, Class<? extends Record>> typesIn(Topic<?> topic) {
    Map<String, Class<? extends Record>> types = new TreeMap<>();
    if (topic.value() != byte[].class) {
      EventType.under(topic.value())
          .forEach((name, type) -> types.put(name, type.asSubclass(Record.class)));
    }
    return types;
  }

  /** Every type that we write. */
  public static Map<String, Class<? extends Record>> outbound() {
    return types(Topics.ours().stream());
  }

  /** Every type that comes to the door. */
  public static Map<String, Class<? extends Record>> inbound() {
    return types(Arrays.stream(InboundKind.values()).map(kind -> Topics.inbound(kind, "source")));
  }

  public static Map<String, Class<? extends Record>> all() {
    return types(topics().stream());
  }

  public static Class<? extends Record> type(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  private static Map<String, Class<? extends Record>> types(Stream<? extends Topic<?>> topics) {
    Map<String, Class<? extends Record>> types = new TreeMap<>();
    topics.map(Published::typesIn).forEach(types::putAll);
    return types;
  }
}
