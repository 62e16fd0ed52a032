package io.amends.kit.streams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * Sees to it that whatever is read can be put aside: every processor below an input has its sink
 * for dead letters, and every input its topic for them. Without one, the first record that can't be
 * read would stop its partition.
 */
final class DeadLetterSinks {

  private static final Map<String, String> CONFIG =
      Map.of("cleanup.policy", "delete", "message.timestamp.type", "LogAppendTime");

  private DeadLetterSinks() {}

  /**
   * Looks at a topology.
   *
   * @throws IllegalArgumentException if a processor below an input has no sink for dead letters
   */
  static void require(Topology topology) {
    for (TopologyDescription.Source source : sources(topology)) {
      for (TopologyDescription.Node reader : source.successors()) {
        boolean hasSink =
            reader.successors().stream()
                .anyMatch(next -> next.name().equals(DeadLetters.sinkOf(reader.name())));
        if (reader instanceof TopologyDescription.Processor && !hasSink) {
          throw new IllegalArgumentException(
              "processor: %s without a sink for dead letters (expected: DeadLetters.addSink)"
                  .formatted(reader.name()));
        }
      }
    }
  }

  /** The topics that an application names, and those of its inputs' dead letters. */
  static List<ExpectedTopic> withTheirTopics(StreamsApp app) {
    Map<String, ExpectedTopic> all = new LinkedHashMap<>();
    app.topics().forEach(topic -> all.put(topic.name(), topic));
    for (String input : inputs(app.topology())) {
      ExpectedTopic letters = lettersOf(input);
      all.putIfAbsent(letters.name(), letters);
    }
    return List.copyOf(all.values());
  }

  static ExpectedTopic lettersOf(String input) {
    return new ExpectedTopic(input + DeadLetters.SUFFIX, CONFIG, false);
  }

  private static Set<String> inputs(Topology topology) {
    Set<String> inputs = new TreeSet<>();
    for (TopologyDescription.Source source : sources(topology)) {
      if (source.topicSet() != null) {
        inputs.addAll(source.topicSet());
      }
    }
    return inputs;
  }

  /** Inputs of which nobody knows beforehand what they are called. */
  static List<Pattern> patterns(Topology topology) {
    return sources(topology).stream()
        .map(TopologyDescription.Source::topicPattern)
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<TopologyDescription.Source> sources(Topology topology) {
    List<TopologyDescription.Source> sources = new ArrayList<>();
    for (TopologyDescription.Subtopology sub : topology.describe().subtopologies()) {
      for (TopologyDescription.Node node : sub.nodes()) {
        if (node instanceof TopologyDescription.Source source) {
          sources.add(source);
        }
      }
    }
    return sources;
  }
}
