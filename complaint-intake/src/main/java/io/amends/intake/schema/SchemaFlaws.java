package io.amends.intake.schema;

import com.networknt.schema.Error;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.intake.domain.Flaws;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the validator says, as field, found and expected. */
final class SchemaFlaws {

  private SchemaFlaws() {}

  static Flaw flaw(Error error, JsonNode body) {
    String pointer = error.getInstanceLocation().toString();
    return switch (error.getKeyword()) {
      case "required", "dependentRequired" ->
          new Flaw(pointer + "/" + error.getProperty(), null, "present");
      case "additionalProperties", "unevaluatedProperties" ->
          new Flaw(pointer + "/" + Flaws.named(error.getProperty()), "present", "no such field");
      default -> new Flaw(pointer, found(error, body), expected(error));
    };
  }

  /** A value that a person may have written is described, not repeated. */
  private static @Nullable String found(Error error, JsonNode body) {
    JsonNode value = error.getInstanceNode() == null ? body : error.getInstanceNode();
    boolean asItIs =
        switch (error.getKeyword()) {
          case "enum", "minimum", "maximum", "exclusiveMinimum" -> true;
          default -> false;
        };
    return switch (value.getNodeType()) {
      case MISSING -> null;
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case NULL -> "null";
      case STRING ->
          asItIs
              ? Flaws.named(value.asString())
              : "%d characters".formatted(value.asString().length());
      case NUMBER -> asItIs ? value.asString() : "a number";
      case BOOLEAN -> value.asString();
      case BINARY, POJO -> "something else";
    };
  }

  private static String expected(Error error) {
    String rule = String.valueOf(error.getSchemaNode());
    return switch (error.getKeyword()) {
      case "enum" -> "one of " + rule;
      case "type" -> rule;
      case "format" -> "format " + rule;
      case "pattern" -> "text that matches " + rule;
      case "minimum" -> "at least " + rule;
      case "exclusiveMinimum" -> "more than " + rule;
      case "maximum" -> "at most " + rule;
      case "minLength" -> "at least %s characters".formatted(rule);
      case "maxLength" -> "at most %s characters".formatted(rule);
      case "uniqueItems" -> "each once";
      case "minProperties" -> "at least %s fields".formatted(rule);
      case "anyOf" -> "one of the alternatives that the schema names";
      default -> argument(error);
    };
  }

  private static String argument(Error error) {
    Object[] arguments = error.getArguments();
    return arguments == null || arguments.length == 0
        ? error.getMessage()
        : String.valueOf(arguments[arguments.length - 1]);
  }
}
