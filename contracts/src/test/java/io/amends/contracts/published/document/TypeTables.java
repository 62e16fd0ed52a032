package io.amends.contracts.published.document;

import static java.util.stream.Collectors.joining;

import io.amends.contracts.published.schema.JsonSchemas;
import io.amends.contracts.published.wire.WireType;
import io.amends.contracts.published.wire.WireType.ByKey;
import io.amends.contracts.published.wire.WireType.Choice;
import io.amends.contracts.published.wire.WireType.Field;
import io.amends.contracts.published.wire.WireType.Many;
import io.amends.contracts.published.wire.WireType.Named;
import io.amends.contracts.published.wire.WireType.OneOf;
import io.amends.contracts.published.wire.WireType.Plain;
import io.amends.contracts.published.wire.WireType.Structure;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Types of the contract as tables in Markdown, each linked from where it is used. */
final class TypeTables {

  private final Javadocs docs;
  private final Map<String, WireType> met = new TreeMap<>();

  TypeTables(Javadocs docs) {
    this.docs = docs;
  }

  /** A row for each field. */
  String fields(Structure structure) {
    return row("field", "type", "what it is")
        + row("---", "---", "---")
        + structure.fields().stream().map(this::field).collect(joining())
        + "\n";
  }

  private String field(Field field) {
    return row(
        "`%s`%s".formatted(field.name(), field.required() ? "" : ", may be absent"),
        words(field.type()),
        docs.of(field.from().in(), field.from().name()));
  }

  /** Every type that was met so far, or is met in one of those, in order of name. */
  String all() {
    Map<String, String> written = new TreeMap<>();
    Optional<Map.Entry<String, WireType>> next = Optional.empty();
    do {
      next.ifPresent(type -> written.put(type.getKey(), written(type.getKey(), type.getValue())));
      next = met.entrySet().stream().filter(type -> !written.containsKey(type.getKey())).findAny();
    } while (next.isPresent());
    return String.join("", written.values());
  }

  private String written(String name, WireType type) {
    return "### %s\n\n".formatted(name)
        + switch (type) {
          case Named(var in, var as) -> docs.of(in) + " On the wire: " + as.words() + ".\n\n";
          case Choice(var in, var codes) ->
              docs.of(in) + "\n\n" + codes.stream().collect(joining("`, `", "`", "`\n\n"));
          case Structure structure -> docs.of(structure.name()) + "\n\n" + fields(structure);
          case OneOf(var in, var tag, var byTag) ->
              docs.of(in)
                  + "\n\nThe field `%s` says which:\n\n".formatted(tag)
                  + byTag.entrySet().stream()
                      .map(one -> "`%s`\n\n%s".formatted(one.getKey(), fields(one.getValue())))
                      .collect(joining());
          case Plain _, Many _, ByKey _ ->
              throw new IllegalArgumentException(name + ": no name (expected: a type of ours)");
        };
  }

  private String words(WireType type) {
    return switch (type) {
      case Plain plain -> plain.words();
      case Named named -> link(named.name(), named);
      case Choice choice -> link(choice.name(), choice);
      case Structure structure -> link(structure.name(), structure);
      case OneOf oneOf -> link(oneOf.name(), oneOf);
      case Many many -> (many.unique() ? "set of " : "list of ") + words(many.of());
      case ByKey map -> "%s by %s".formatted(words(map.value()), words(map.key()));
    };
  }

  private String link(Class<?> type, WireType of) {
    String name = JsonSchemas.name(type);
    met.put(name, of);
    return "[%s](#%s)".formatted(name, anchor(name));
  }

  static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** As Git hosts make one of a heading. */
  static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
  }
}
