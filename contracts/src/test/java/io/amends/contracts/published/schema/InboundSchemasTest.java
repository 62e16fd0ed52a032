package io.amends.contracts.published.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.published.Published;
import io.amends.contracts.published.wire.WireTypes;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas at the door are written by hand and closed; they say what the records say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InboundSchemasTest {

  @ParameterizedTest
  @MethodSource("inbound")
  void a_schema_agrees_with_the_record_that_reads_it(String type) {
    assertThat(
            Agreement.differences(WireTypes.of(Published.type(type)), JsonSchemas.approved(type)))
        .isEmpty();
  }

  static Stream<String> inbound() {
    return Published.inbound().keySet().stream();
  }
}
