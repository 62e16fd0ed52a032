package io.amends.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.InboundKind;
import io.amends.kit.events.Json;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is told of a guest goes one way; what must be found again by its number goes by that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TravelKeyTest {

  private static final UUID ONE = EventKey.of("pms", "1");
  private static final UUID TWO = EventKey.of("pms", "2");
  private static final String NAMED = "{\"guestId\":\"G-1\"}";

  @Test
  void the_interactions_of_a_guest_travel_together() {
    assertThat(key(InboundKind.INTERACTIONS, ONE, NAMED))
        .isEqualTo(key(InboundKind.INTERACTIONS, TWO, NAMED))
        .isNotEqualTo(key(InboundKind.INTERACTIONS, ONE, "{\"guestId\":\"G-2\"}"));
  }

  @Test
  void a_complaint_is_found_by_its_number_whoever_it_is_of() {
    assertThat(key(InboundKind.COMPLAINTS, ONE, NAMED)).isEqualTo(ONE.toString());
  }

  @Test
  void who_is_not_named_has_no_order_to_keep() {
    assertThat(key(InboundKind.INTERACTIONS, ONE, "{\"room\":\"1204\"}")).isEqualTo(ONE.toString());
    assertThat(key(InboundKind.UPDATES, ONE, "{\"caseNumber\":\"x\"}")).isEqualTo(ONE.toString());
  }

  private static String key(InboundKind kind, UUID event, String body) {
    return TravelKey.of(kind, event, Json.mapper().readTree(body));
  }
}
