package io.amends.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.published.Published;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The kit reads and writes what the contracts promise. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WireTest {

  @ParameterizedTest
  @MethodSource("types")
  void the_kits_json_reads_a_sample_and_reads_again_what_it_writes(String type) throws Exception {
    try (var sample = WireTest.class.getResourceAsStream("/samples/" + type + ".json")) {
      assertThat(sample).as(type).isNotNull();
      Object read = Json.read(sample.readAllBytes(), Published.type(type));
      assertThat((Object) Json.read(Json.bytes(read), read.getClass())).isEqualTo(read);
    }
  }

  static Stream<String> types() {
    return Published.all().keySet().stream();
  }

  @Test
  void every_header_that_the_kit_writes_stands_in_the_asyncapi_document() {
    EventHeaders headers =
        new EventHeaders("id", "source", "type", Instant.EPOCH, "because", "of", "trace", true);
    assertThat(StreamSupport.stream(headers.write().spliterator(), false).map(Header::key))
        .isNotEmpty()
        .isSubsetOf(documented());
  }

  private static Set<String> documented() {
    JsonNode document = Json.mapper().valueToTree(Yaml.resource("asyncapi.yaml"));
    return Set.copyOf(document.at("/components/schemas/cloudEvents/properties").propertyNames());
  }
}
