package io.amends.architecture;

import static io.amends.architecture.Code.PRODUCTION;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import io.amends.contracts.published.Approved;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A change of a topology is seen before it ships: names of stores and nodes are the names of
 * changelogs and of state on disks, and sub-topologies are only appended.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TopologiesTest {

  private static final Pattern SET = Pattern.compile("\\[([a-z0-9., -]+)]");

  @Tag("approved")
  @ParameterizedTest
  @EnumSource
  void a_topology_is_as_it_was_approved(Built built) {
    Approved.hold(
        "architecture -am",
        Code.ROOT.resolve(built.service().word()).resolve("src/test/resources/topology.txt"),
        inOrder(built.build().describe().toString()));
  }

  @ParameterizedTest
  @EnumSource
  void a_service_reads_and_writes_what_the_catalogue_says(Built built) {
    TopologyDescription topology = built.build().describe();

    assertThat(read(topology))
        .as("read: say so in Topics")
        .isSubsetOf(names(topic -> topic.readBy().contains(built.service())));
    assertThat(written(topology))
        .as("written: say so in Topics, and mind that a topic has one writer")
        .isSubsetOf(names(topic -> topic.writtenBy().contains(built.service())));
  }

  @Test
  void no_topology_is_forgotten() {
    assertThat(
            PRODUCTION.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals("build"))
                .filter(method -> method.getRawReturnType().isEquivalentTo(Topology.class))
                .map(JavaMethod::getOwner)
                .map(owner -> owner.getName()))
        .as("add it to Built")
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Built.values()).map(built -> built.builder().getName()).toList());
  }

  /** A set prints itself in any order. */
  private static String inOrder(String description) {
    return SET.matcher(description)
        .replaceAll(
            set -> Stream.of(set.group(1).split(", ")).sorted().collect(joining(", ", "[", "]")));
  }

  private static Set<String> read(TopologyDescription topology) {
    Stream<TopologyDescription.Source> sources =
        Stream.concat(
            nodes(topology)
                .filter(TopologyDescription.Source.class::isInstance)
                .map(TopologyDescription.Source.class::cast),
            topology.globalStores().stream().map(TopologyDescription.GlobalStore::source));
    return sources
        .map(TopologyDescription.Source::topicSet)
        .filter(Objects::nonNull) // those by pattern are inbound
        .flatMap(Collection::stream)
        .collect(Collectors.toSet());
  }

  private static Set<String> written(TopologyDescription topology) {
    return nodes(topology)
        .filter(TopologyDescription.Sink.class::isInstance)
        .map(node -> ((TopologyDescription.Sink) node).topic())
        .filter(Objects::nonNull) // those that a record chooses are dead letters
        .collect(Collectors.toSet());
  }

  private static Stream<TopologyDescription.Node> nodes(TopologyDescription topology) {
    return topology.subtopologies().stream().flatMap(part -> part.nodes().stream());
  }

  private static Set<String> names(Predicate<Topic<?>> which) {
    return Topics.ours().stream().filter(which).map(Topic::name).collect(Collectors.toSet());
  }
}
