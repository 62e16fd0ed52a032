package io.amends.kit.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.processor.TaskId;

/** Which of the assigned partitions are inputs of which task, by the topology's own description. */
final class TaskInputs {

  private final Map<Integer, List<Predicate<String>>> topicsBySubtopology = new HashMap<>();

  TaskInputs(Topology topology) {
    for (TopologyDescription.Subtopology sub : topology.describe().subtopologies()) {
      List<Predicate<String>> topics = new ArrayList<>();
      for (TopologyDescription.Node node : sub.nodes()) {
        if (node instanceof TopologyDescription.Source source) {
          topics.add(topicsOf(source));
        }
      }
      topicsBySubtopology.put(sub.id(), topics);
    }
  }

  Set<TopicPartition> of(TaskId task, Set<TopicPartition> assigned) {
    List<Predicate<String>> topics =
        topicsBySubtopology.getOrDefault(task.subtopology(), List.of());
    return assigned.stream()
        .filter(partition -> partition.partition() == task.partition())
        .filter(partition -> topics.stream().anyMatch(topic -> topic.test(partition.topic())))
        .collect(Collectors.toSet());
  }

  private static Predicate<String> topicsOf(TopologyDescription.Source source) {
    if (source.topicPattern() != null) {
      return source.topicPattern().asMatchPredicate();
    }
    Set<String> names = source.topicSet();
    // a repartition topic is described without the application id that stands before its name
    return topic -> names.contains(topic) || names.stream().anyMatch(n -> topic.endsWith("-" + n));
  }
}
