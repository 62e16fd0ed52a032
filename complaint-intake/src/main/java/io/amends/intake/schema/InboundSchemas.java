package io.amends.intake.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.amends.contracts.EventType;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds bodies to the published schemas: closed at the door. Schemas are compiled once, and nothing
 * is ever fetched from elsewhere.
 */
public final class InboundSchemas {

  /** Ours: whoever has more flaws than that reads the first ones first. */
  private static final int MOST_FLAWS = 20;

  private final Map<InboundKind, Schema> schemas = new EnumMap<>(InboundKind.class);

  public InboundSchemas() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (InboundKind kind : InboundKind.values()) {
      schemas.put(kind, registry.getSchema(text(kind), InputFormat.JSON));
    }
  }

  /** The schema's own text. */
  public static String text(InboundKind kind) {
    String name = "schemas/" + EventType.of(kind.body()) + ".json";
    try (InputStream in = InboundSchemas.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("schema: %s (expected: in contracts)".formatted(name));
      }
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What is wrong with a body; empty if nothing is. */
  public List<Flaw> check(InboundKind kind, JsonNode body) {
    Schema schema = schemas.get(kind);
    if (schema == null) {
      throw new IllegalStateException("schema: none for %s (expected: one)".formatted(kind));
    }
    return schema
        .validate(
            body,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .filter(error -> !error.getKeyword().equals("if") && !error.getKeyword().equals("allOf"))
        .map(error -> flaw(error, body))
        .distinct()
        .limit(MOST_FLAWS)
        .toList();
  }

  private static Flaw flaw(Error error, JsonNode body) {
    String pointer = error.getInstanceLocation().toString();
    return switch (error.getKeyword()) {
      case "required", "dependentRequired" ->
          new Flaw(pointer + "/" + error.getProperty(), null, "present");
      case "additionalProperties", "unevaluatedProperties" ->
          new Flaw(pointer + "/" + error.getProperty(), "present", "no such field");
      default -> new Flaw(pointer, found(error, body), expected(error));
    };
  }

  /** A value that a person may have written is described, not repeated. */
  private static @Nullable String found(Error error, JsonNode body) {
    JsonNode value = error.getInstanceNode() == null ? body : error.getInstanceNode();
    boolean wordy =
        switch (error.getKeyword()) {
          case "enum", "type", "minimum", "maximum", "const" -> false;
          default -> true;
        };
    if (value.isMissingNode()) {
      return null;
    }
    if (value.isContainer()) {
      return value.isArray() ? "a list" : "an object";
    }
    return wordy || value.asString().length() > 40
        ? "%d characters".formatted(value.asString().length())
        : value.asString();
  }

  private static String expected(Error error) {
    Object[] arguments = error.getArguments();
    String argument =
        arguments == null || arguments.length == 0
            ? error.getMessage()
            : String.valueOf(arguments[arguments.length - 1]);
    return switch (error.getKeyword()) {
      case "enum" -> "one of " + String.valueOf(error.getSchemaNode());
      case "type" -> String.valueOf(error.getSchemaNode());
      case "format" -> "format " + String.valueOf(error.getSchemaNode());
      case "pattern" -> "text that matches " + String.valueOf(error.getSchemaNode());
      case "minimum" -> "at least " + String.valueOf(error.getSchemaNode());
      case "maximum" -> "at most " + String.valueOf(error.getSchemaNode());
      case "minLength" -> "at least %s characters".formatted(error.getSchemaNode());
      case "maxLength" -> "at most %s characters".formatted(error.getSchemaNode());
      case "anyOf" -> "one of the alternatives that the schema names";
      default -> argument;
    };
  }
}
