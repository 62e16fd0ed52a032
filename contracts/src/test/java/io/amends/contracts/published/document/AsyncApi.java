package io.amends.contracts.published.document;

import static io.amends.contracts.published.document.AsyncApiComponents.map;
import static io.amends.contracts.published.document.AsyncApiComponents.reference;

import io.amends.contracts.published.Published;
import io.amends.contracts.topics.Party;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The whole house as an AsyncAPI 3.0 document: channels, who sends and receives, messages. */
final class AsyncApi {

  static final String BINDING_VERSION = "0.5.0";

  private AsyncApi() {}

  static String document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("asyncapi", "3.0.0");
    document.put("info", info());
    document.put("defaultContentType", "application/json");
    document.put("channels", channels());
    document.put("operations", operations());
    document.put("components", AsyncApiComponents.all());
    return "# Follows from the catalogue of topics and the records: ./mvnw -q -pl contracts test"
        + " -Dgroups=approved -Dapprove=true\n"
        + yaml().dump(document);
  }

  private static Map<String, Object> info() {
    return map(
        "title",
        "Amends",
        "version",
        "1-draft",
        "description",
        """
        Service recovery and guest retention for hotel chains.
        Foreign systems write to inbound topics of their own and read what is not internal.
        Read tolerantly: until release 1.0 this is a draft, after it fields and codes are added
        within a major version, and nothing is renamed or removed.
        """);
  }

  private static Map<String, Object> channels() {
    Map<String, Object> channels = new LinkedHashMap<>();
    for (Topic<?> topic : Published.topics()) {
      Map<String, Object> messages = new LinkedHashMap<>();
      Published.typesIn(topic)
          .keySet()
          .forEach(type -> messages.put(type, reference("#/components/messages/" + type)));
      Map<String, Object> channel =
          map(
              "address", "{prefix}" + Words.name(topic),
              "description", described(topic),
              "parameters", parameters(topic),
              "messages", messages,
              "bindings", map("kafka", binding(topic)),
              "x-internal", topic.internal(),
              "x-restricted", topic.restricted(),
              "x-dead-letters", Words.name(topic) + ".dlq");
      channels.put(id(topic), channel);
    }
    return channels;
  }

  private static String described(Topic<?> topic) {
    return "Key: %s. Kept: %s. Written by: %s. Read by: %s."
        .formatted(
            Words.key(topic),
            Words.kept(topic),
            Words.parties(topic.writtenBy()),
            Words.parties(topic.readBy()));
  }

  private static Map<String, Object> parameters(Topic<?> topic) {
    Map<String, Object> parameters = map("prefix", reference("#/components/parameters/prefix"));
    if (Words.name(topic).contains("{source}")) {
      parameters.put("source", reference("#/components/parameters/source"));
    }
    return parameters;
  }

  private static Map<String, Object> binding(Topic<?> topic) {
    Map<String, Object> config = new LinkedHashMap<>();
    topic
        .config()
        .forEach(
            (name, value) ->
                config.put(
                    name,
                    switch (name) {
                      case "cleanup.policy" -> List.of(value);
                      case "retention.ms", "max.compaction.lag.ms" -> Long.parseLong(value);
                      default -> value;
                    }));
    return map(
        "topic",
        Words.name(topic),
        "partitions",
        Topics.PARTITIONS,
        "topicConfiguration",
        config,
        "bindingVersion",
        BINDING_VERSION);
  }

  private static Map<String, Object> operations() {
    Map<String, Object> operations = new LinkedHashMap<>();
    for (Topic<?> topic : Published.topics()) {
      add(operations, topic, "send", topic.writtenBy());
      add(operations, topic, "receive", topic.readBy());
    }
    return operations;
  }

  private static void add(
      Map<String, Object> operations, Topic<?> topic, String action, Set<Party> parties) {
    for (Party party : parties.stream().sorted().toList()) {
      operations.put(
          "%s.%s.%s".formatted(party.word(), action, id(topic)),
          map("action", action, "channel", reference("#/channels/" + id(topic))));
    }
  }

  /** A channel's id has no place for a source. */
  private static String id(Topic<?> topic) {
    return Words.name(topic).replace(".{source}", "");
  }

  private static Yaml yaml() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    return new Yaml(options);
  }
}
