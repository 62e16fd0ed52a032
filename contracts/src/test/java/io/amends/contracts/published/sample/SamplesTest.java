package io.amends.contracts.published.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.amends.contracts.EventType;
import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.published.Json;
import io.amends.contracts.published.Published;
import io.amends.contracts.published.schema.InteractionKinds;
import io.amends.contracts.published.schema.JsonSchemas;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What integrators are shown is what the code reads and writes. A sample is changed by hand, and
 * its commit says so: version 1 is a draft until release 1.0.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SamplesTest {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void every_type_has_a_sample_of_its_own_and_every_sample_a_type() {
    assertThat(Samples.names().stream().map(Samples::type).distinct())
        .containsExactlyInAnyOrderElementsOf(Published.all().keySet());
    assertThat(Samples.names())
        .containsAll(Published.all().keySet().stream().map(type -> type + ".json").toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_sample_is_valid_and_has_no_field_that_its_schema_does_not_know(String name) {
    List<Error> errors =
        SCHEMAS
            .getSchema(schema(Samples.type(name)))
            .validate(
                Samples.read(name),
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));

    assertThat(errors).as(name).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_sample_is_read_into_its_record_and_written_back_equal(String name) {
    JsonNode sample = Samples.read(name);
    Object read = Json.MAPPER.treeToValue(sample, Published.type(Samples.type(name)));
    String written = Json.MAPPER.writeValueAsString(read);

    assertThat(Samples.normal(Json.MAPPER.readTree(written))).isEqualTo(Samples.normal(sample));
    assertThat(Json.MAPPER.readValue(written, read.getClass())).as(name).isEqualTo(read);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void each_kind_of_interaction_is_shown_with_all_that_is_its_own(InteractionKind kind) {
    JsonNode sample = Samples.read(EventType.of(InteractionReported.class) + "/" + kind + ".json");

    assertThat(sample.path("kind").asString()).isEqualTo(kind.name());
    assertThat(sample.propertyNames())
        .containsAll(InteractionKinds.own(kind))
        .allMatch(
            field ->
                InteractionKinds.ANY.contains(field) || InteractionKinds.own(kind).contains(field));
  }

  /** At the door it is closed; of ours it is closed for this test. */
  private static JsonNode schema(String type) {
    return Published.inbound().containsKey(type)
        ? JsonSchemas.approved(type)
        : Json.MAPPER.valueToTree(JsonSchemas.closed(Published.type(type)));
  }

  static Stream<String> all() {
    return Samples.names().stream();
  }

  static Stream<InteractionKind> kinds() {
    return Arrays.stream(InteractionKind.values());
  }
}
