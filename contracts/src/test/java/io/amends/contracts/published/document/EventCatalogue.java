package io.amends.contracts.published.document;

import static io.amends.contracts.published.document.TypeTables.anchor;
import static io.amends.contracts.published.document.TypeTables.row;
import static java.util.stream.Collectors.joining;

import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.published.Published;
import io.amends.contracts.published.sample.Samples;
import io.amends.contracts.published.schema.InteractionKinds;
import io.amends.contracts.published.wire.WireTypes;
import io.amends.contracts.topics.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** {@code docs/event-catalogue.md}: every topic, what lies in it, and every type in that. */
final class EventCatalogue {

  private static final String RESOURCES = "../contracts/src/main/resources/";

  private static final String HEAD =
      """
      # Event catalogue

      All topics, all that lies in them, and what each field means. The same for machines:
      [asyncapi.yaml](%1$sasyncapi.yaml), [schemas](%1$sschemas), [samples](%1$ssamples).

      The header `ce_type` says what a body is. Every topic carries the time of the append; when
      something happened is in the body. `{source}` is the system that writes. What can't be understood
      lies in `<topic>.dlq`. Read tolerantly: fields and codes are added, never renamed or removed.

      This page follows from the module `contracts`, whose test holds it;
      `./mvnw -q -pl contracts test -Dgroups=approved -Dapprove=true` writes it again.

      """
          .formatted(RESOURCES);

  private final Javadocs docs = Javadocs.read();
  private final TypeTables tables = new TypeTables(docs);

  private EventCatalogue() {}

  static String page() {
    EventCatalogue catalogue = new EventCatalogue();
    String topics = Published.topics().stream().map(catalogue::topic).collect(joining());
    return HEAD
        + overview()
        + topics
        + "## Types\n\n"
        + catalogue.tables.all().stripTrailing()
        + "\n";
  }

  private static String overview() {
    return row("topic", "key", "kept", "written by", "read by")
        + row("---", "---", "---", "---", "---")
        + Published.topics().stream()
            .map(
                topic ->
                    row(
                        "[%s](#%s)".formatted(Words.name(topic), anchor(Words.name(topic))),
                        Words.key(topic),
                        Words.kept(topic),
                        Words.parties(topic.writtenBy()),
                        Words.parties(topic.readBy())))
            .collect(joining())
        + "\n";
  }

  private String topic(Topic<?> topic) {
    Map<String, Class<? extends Record>> events = Published.typesIn(topic);
    String contents =
        events.isEmpty()
            ? "What lies in it is its writer's own business.\n\n"
            : events.entrySet().stream()
                .map(event -> event(event.getKey(), event.getValue()))
                .collect(joining());
    return "## %s\n\n".formatted(Words.name(topic))
        + "Key: %s. Kept: %s. Written by %s, read by %s.%s\n\n"
            .formatted(
                Words.key(topic),
                Words.kept(topic),
                Words.parties(topic.writtenBy()),
                Words.parties(topic.readBy()),
                topic.restricted() ? " Words of guests may lie in it, so few may read it." : "")
        + contents;
  }

  private String event(String name, Class<? extends Record> record) {
    return "### %s\n\n%s\n\n".formatted(name, docs.of(record))
        + tables.fields(WireTypes.of(record))
        + (record == InteractionReported.class ? kinds() : "")
        + "[Schema](%sschemas/%s.json) · %s\n\n"
            .formatted(
                RESOURCES,
                name,
                Samples.of(name).stream().map(EventCatalogue::sample).collect(joining(", ")));
  }

  private static String kinds() {
    return row("kind", "fields of its own")
        + row("---", "---")
        + Arrays.stream(InteractionKind.values())
            .map(kind -> row("`%s`".formatted(kind), fields(InteractionKinds.own(kind))))
            .collect(joining())
        + "\n";
  }

  private static String fields(Set<String> names) {
    return names.stream().sorted().collect(joining("`, `", "`", "`"));
  }

  private static String sample(String name) {
    String kind =
        name.contains("/") ? name.replaceFirst("^.*/", "").replace(".json", "") : "sample";
    return "[%s](%ssamples/%s)".formatted(kind, RESOURCES, name);
  }
}
