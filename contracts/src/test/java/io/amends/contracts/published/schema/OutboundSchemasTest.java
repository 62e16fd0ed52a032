package io.amends.contracts.published.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.EventType;
import io.amends.contracts.published.Approved;
import io.amends.contracts.published.Json;
import io.amends.contracts.published.Published;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we write is described by a schema that follows from the records. */
@Tag("approved")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboundSchemasTest {

  @ParameterizedTest
  @MethodSource("outbound")
  void a_schema_says_what_its_record_says(String type) {
    Approved.hold(
        JsonSchemas.FOLDER.resolve(type + ".json"),
        Json.laidOut(JsonSchemas.open(Published.type(type))));
  }

  @Test
  void no_schema_is_left_without_a_type() {
    assertThat(Published.all().keySet().stream().map(type -> type + ".json"))
        .containsAll(Approved.names(JsonSchemas.FOLDER));
  }

  @Test
  void every_event_of_the_contract_lies_in_a_topic() throws Exception {
    assertThat(events()).containsExactlyInAnyOrderElementsOf(List.copyOf(Published.all().values()));
  }

  static Stream<String> outbound() {
    return Published.outbound().keySet().stream();
  }

  /** As the class path has them, whatever the catalogue says. */
  private static List<Class<?>> events() throws Exception {
    Path classes =
        Path.of(EventType.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> events = new ArrayList<>();
    for (String file : Approved.names(classes)) {
      if (file.endsWith(".class")) {
        Class<?> type = Class.forName(file.replace(".class", "").replace('/', '.'));
        JsonTypeName name = type.getAnnotation(JsonTypeName.class);
        if (name != null && name.value().matches("(amends|hotel)\\..*")) {
          events.add(type);
        }
      }
    }
    return events;
  }
}
