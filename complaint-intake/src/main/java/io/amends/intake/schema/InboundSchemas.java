package io.amends.intake.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.amends.contracts.EventType;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import io.amends.kit.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.MissingNode;

/**
 * Holds bodies to the published schemas: closed at the door. What passes can be read by everybody
 * behind it. Schemas are compiled once, and nothing is ever fetched from elsewhere.
 */
public final class InboundSchemas {

  /** Bytes; ours: the longest text that a schema allows, each character escaped, fits twice. */
  public static final int LARGEST_BODY = 512 * 1024;

  /** Ours: whoever has more flaws than that reads the first ones first. */
  private static final int MOST_FLAWS = 20;

  /** Two fields of one name: which one would count? */
  private static final ObjectReader STRICT =
      Json.mapper().reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

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
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * A body as it came in.
   *
   * @param flaws what is wrong with it; empty if nothing is
   * @param body as a tree; missing if it is none
   */
  public record Checked(List<Flaw> flaws, JsonNode body) {
    public Checked {
      flaws = List.copyOf(flaws);
    }

    /** No body to speak of. */
    public static Checked refused(Flaw flaw) {
      return new Checked(List.of(flaw), MissingNode.getInstance());
    }
  }

  /**
   * Reads a body and looks at it.
   *
   * @param body null: a tombstone, which is no event of ours
   */
  public Checked check(InboundKind kind, byte @Nullable [] body) {
    if (body == null) {
      return Checked.refused(new Flaw("", null, "a body of type " + EventType.of(kind.body())));
    }
    if (body.length > LARGEST_BODY) {
      return Checked.refused(
          new Flaw("", body.length + " bytes", "at most %d bytes".formatted(LARGEST_BODY)));
    }
    try {
      JsonNode tree = read(body);
      return new Checked(check(kind, tree), tree);
    } catch (JacksonException unreadable) {
      return Checked.refused(NotJson.flaw(unreadable, body.length));
    }
  }

  /**
   * A body as a tree.
   *
   * @throws JacksonException if it is not JSON, or has a field twice
   */
  public static JsonNode read(byte[] body) {
    return STRICT.readTree(body);
  }

  /** What is wrong with a body; empty if nothing is. */
  public List<Flaw> check(InboundKind kind, JsonNode body) {
    Schema schema = schemas.get(kind);
    if (schema == null) {
      throw new IllegalStateException("schema: none for %s (expected: one)".formatted(kind));
    }
    List<Flaw> flaws =
        schema
            .validate(
                body,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
            .stream()
            .filter(error -> !error.getKeyword().equals("if"))
            .filter(error -> !error.getKeyword().equals("allOf"))
            .map(error -> SchemaFlaws.flaw(error, body))
            .distinct()
            .limit(MOST_FLAWS)
            .toList();
    return flaws.isEmpty() ? Values.flaws(body, kind.body()) : flaws;
  }
}
