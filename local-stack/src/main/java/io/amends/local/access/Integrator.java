package io.amends.local.access;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Party;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A foreign system with an account that can do no harm: it writes to its own topics, reads what is
 * published for foreign systems if that was asked for, and nothing else.
 *
 * @param name of its account, its topics and its groups: lower-case letters, digits, hyphens
 * @param source its {@code ce_source}
 * @param writes what it tells
 * @param reads names of topics that are published for foreign systems
 */
public record Integrator(String name, URI source, Set<InboundKind> writes, Set<String> reads) {

  private static final Set<String> OUR_EDGES = Set.of("http", "mail");

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException if the name is none, it would do nothing, or it would read
   *     what is not published for foreign systems
   */
  public Integrator {
    if (!name.matches("[a-z0-9-]{1,40}")) {
      throw new IllegalArgumentException(
          "name: %s (expected: 1 to 40 of a-z 0-9 -)".formatted(name));
    }
    for (Party service : Party.values()) {
      if (service.word().equals(name) || OUR_EDGES.contains(name)) {
        throw new IllegalArgumentException(
            "name: %s (expected: one that no service of ours has)".formatted(name));
      }
    }
    if (writes.isEmpty() && reads.isEmpty()) {
      throw new IllegalArgumentException("topics: none (expected: something to write or to read)");
    }
    for (String topic : reads) {
      if (!published().contains(topic)) {
        throw new IllegalArgumentException(
            "reads: %s (expected: one of %s)".formatted(topic, published()));
      }
    }
    writes = Set.copyOf(writes);
    reads = Set.copyOf(reads);
  }

  /** Topics that foreign systems may read; no guest's words or addresses lie in any of them. */
  public static Set<String> published() {
    Set<String> names = new TreeSet<>();
    Topics.ours().stream()
        .filter(topic -> topic.readBy().contains(Party.FOREIGN_SYSTEM) && !topic.restricted())
        .map(Topic::name)
        .forEach(names::add);
    return names;
  }

  /** Its own topics. */
  public List<Topic<?>> topics() {
    List<Topic<?>> topics = new ArrayList<>();
    writes.stream().sorted().forEach(kind -> topics.add(Topics.inbound(kind, name)));
    return topics;
  }

  /** All that it is granted. */
  public List<Grant> grants(String prefix) {
    List<Grant> grants = new ArrayList<>();
    for (Topic<?> topic : topics()) {
      grants.add(Grant.literal(name, TOPIC, topic.on(prefix), WRITE));
      grants.add(Grant.literal(name, TOPIC, topic.on(prefix), DESCRIBE));
    }
    for (String topic : new TreeSet<>(reads)) {
      grants.add(Grant.literal(name, TOPIC, prefix + topic, READ));
      grants.add(Grant.literal(name, TOPIC, prefix + topic, DESCRIBE));
    }
    if (!reads.isEmpty()) {
      grants.add(Grant.below(name, GROUP, name + "-", READ));
    }
    return grants;
  }
}
