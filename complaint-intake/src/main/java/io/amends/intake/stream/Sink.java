package io.amends.intake.stream;

import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Keys;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;

/**
 * Where records leave: every processor has its own node for each, so that none ties two together.
 */
enum Sink {
  ARRIVALS(Topics.ARRIVALS),
  LOOKUPS(Topics.LOOKUPS),
  TRACKING(Topics.TRACKING),
  OUTCOMES(Topics.ARRIVAL_OUTCOMES),
  COMPLAINTS(Topics.COMPLAINTS),
  UPDATES(Topics.UPDATES),
  INTERACTIONS(Topics.INTERACTIONS),
  GUEST_LINKS(Topics.GUEST_LINKS),
  TEXTS(Topics.TEXTS),
  CONTACTS(Topics.CONTACTS),
  NIGHT_AUDITS(Topics.NIGHT_AUDITS),
  PROPERTIES(Topics.PROPERTIES),
  ROSTERS(Topics.ROSTERS),
  GUESTS(Topics.GUESTS),
  POLICIES(Topics.POLICIES),
  RATES(Topics.RATES);

  /** Reference data goes straight out; of a guest's profile, consents are facts. */
  static final Set<Sink> OF_DOOR =
      EnumSet.of(
          ARRIVALS,
          OUTCOMES,
          LOOKUPS,
          NIGHT_AUDITS,
          PROPERTIES,
          ROSTERS,
          GUESTS,
          POLICIES,
          RATES,
          CONTACTS,
          INTERACTIONS);

  private static final Set<Sink> OF_PUBLICATION =
      EnumSet.of(COMPLAINTS, INTERACTIONS, TEXTS, CONTACTS, LOOKUPS);

  static final Set<Sink> OF_ADMISSION = with(OF_PUBLICATION, OUTCOMES, TRACKING);
  static final Set<Sink> OF_IDENTIFICATION = with(OF_PUBLICATION, GUEST_LINKS);
  static final Set<Sink> OF_CONTACTS = EnumSet.of(LOOKUPS);
  static final Set<Sink> OF_FILING = EnumSet.of(TRACKING, LOOKUPS);
  static final Set<Sink> OF_TRACKING = with(OF_PUBLICATION, TRACKING, UPDATES);

  @SuppressWarnings("ImmutableEnumChecker") // a topic is a record of values
  private final Topic<?> topic;

  Sink(Topic<?> topic) {
    this.topic = topic;
  }

  private static Set<Sink> with(Set<Sink> sinks, Sink... more) {
    Set<Sink> all = EnumSet.copyOf(sinks);
    all.addAll(Set.of(more));
    return all;
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
