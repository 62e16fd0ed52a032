package io.amends.intake.stream;

import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Keys;
import java.util.Locale;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;

/**
 * Where records leave: every processor has its own node for each, so that none ties two together.
 */
enum Sink {
  ARRIVALS(Topics.ARRIVALS),
  LOOKUPS(Topics.LOOKUPS),
  OUTCOMES(Topics.ARRIVAL_OUTCOMES),
  COMPLAINTS(Topics.COMPLAINTS),
  INTERACTIONS(Topics.INTERACTIONS),
  TEXTS(Topics.TEXTS),
  CONTACTS(Topics.CONTACTS),
  PROPERTIES(Topics.PROPERTIES),
  ROSTERS(Topics.ROSTERS),
  GUESTS(Topics.GUESTS),
  POLICIES(Topics.POLICIES),
  RATES(Topics.RATES);

  @SuppressWarnings("ImmutableEnumChecker") // a topic is a record of values
  private final Topic<?> topic;

  Sink(Topic<?> topic) {
    this.topic = topic;
  }

  String node(String processor) {
    return processor + "-" + name().toLowerCase(Locale.ROOT);
  }

  void add(Topology topology, String prefix, String processor) {
    Serializer<byte[]> bytes = Serdes.ByteArray().serializer();
    if (topic.key() == Topic.Key.GUEST_AND_TEXT) {
      topology.addSink(
          node(processor), topic.on(prefix), bytes, bytes, Keys.byFirstPart(), processor);
    } else {
      topology.addSink(node(processor), topic.on(prefix), bytes, bytes, processor);
    }
  }
}
