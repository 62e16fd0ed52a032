package io.amends.contracts.published.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventType;
import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.published.wire.WireType.Field;
import io.amends.contracts.published.wire.WireTypes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every field of an interaction belongs to a kind, and no kind demands what is not its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InteractionKindsTest {

  @Test
  void each_field_of_the_record_is_for_any_kind_or_some_kinds_own() {
    Set<String> fields = new HashSet<>(InteractionKinds.ANY);
    Arrays.stream(InteractionKind.values()).map(InteractionKinds::own).forEach(fields::addAll);

    assertThat(WireTypes.of(InteractionReported.class).fields())
        .extracting(Field::name)
        .containsExactlyInAnyOrderElementsOf(fields);
  }

  @Test
  void the_schema_demands_of_a_kind_only_what_is_its_own_or_any_kinds() {
    JsonNode rules = JsonSchemas.approved(EventType.of(InteractionReported.class)).path("allOf");

    assertThat(rules).isNotEmpty();
    for (JsonNode rule : rules) {
      InteractionKind kind =
          InteractionKind.valueOf(rule.at("/if/properties/kind/const").asString());
      Set<String> allowed = new HashSet<>(InteractionKinds.own(kind));
      allowed.addAll(InteractionKinds.ANY);
      assertThat(rule.path("then").findValues("required"))
          .as("%s", kind)
          .isNotEmpty()
          .flatExtracting(required -> required.valueStream().map(JsonNode::asString).toList())
          .isSubsetOf(allowed);
    }
  }
}
