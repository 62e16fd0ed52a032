package io.amends.contracts.published.document;

import io.amends.contracts.published.Published;
import io.amends.contracts.published.sample.Samples;
import io.amends.contracts.topics.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the channels of the AsyncAPI document refer to: messages, parameters, headers. */
final class AsyncApiComponents {

  private static final String JSON_SCHEMA = "application/schema+json;version=draft-2020-12";

  private AsyncApiComponents() {}

  static Map<String, Object> all() {
    Map<String, Object> messages = new LinkedHashMap<>();
    for (Topic<?> topic : Published.topics()) {
      Published.typesIn(topic).keySet().forEach(type -> messages.put(type, message(topic, type)));
    }
    return map(
        "messages", messages,
        "parameters", parameters(),
        "schemas", map("cloudEvents", headers()));
  }

  private static Map<String, Object> parameters() {
    return map(
        "prefix", map("description", "the installation's prefix; often none", "default", ""),
        "source", map("description", "which system writes: a-z, 0-9 and hyphens"));
  }

  private static Map<String, Object> message(Topic<?> topic, String type) {
    return map(
        "name",
        type,
        "contentType",
        "application/json",
        "headers",
        map(
            "allOf",
            List.of(
                reference("#/components/schemas/cloudEvents"),
                map("properties", map("ce_type", map("const", type))))),
        "payload",
        map("schemaFormat", JSON_SCHEMA, "schema", reference("./schemas/" + type + ".json")),
        "bindings",
        map(
            "kafka",
            map(
                "key",
                map("type", "string", "description", Words.key(topic)),
                "bindingVersion",
                AsyncApi.BINDING_VERSION)),
        "x-samples",
        Samples.of(type).stream().map(name -> "samples/" + name).toList());
  }

  /** CloudEvents 1.0, Kafka binding, binary mode. */
  private static Map<String, Object> headers() {
    return map(
        "type", "object",
        "required", List.of("ce_specversion", "ce_id", "ce_source", "ce_type"),
        "properties",
            map(
                "ce_specversion", map("const", "1.0"),
                "ce_id", text("of the event; a repeat has the same"),
                "ce_source", text("which system or service speaks"),
                "ce_type", text("decides what lies in the body"),
                "ce_time", map("type", "string", "format", "date-time"),
                "ce_correlationid", text("the same in all that follows from one cause"),
                "ce_causationid", text("event id of what led to it"),
                "ce_history",
                    map(
                        "enum",
                        List.of("true", "false"),
                        "description",
                        "whether it is the past that comes in late"),
                "content-type", map("const", "application/json"),
                "traceparent", text("W3C trace context")));
  }

  private static Map<String, Object> text(String description) {
    return map("type", "string", "description", description);
  }

  static Map<String, Object> reference(String to) {
    return map("$ref", to);
  }

  /** In this order. */
  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
