package io.amends.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.InboundKind;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is told of a guest goes one way; what must be found again by its number goes by that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TravelKeyTest {

  private static final UUID ONE = EventKey.of("pms", "1");
  private static final UUID TWO = EventKey.of("pms", "2");

  @Test
  void the_interactions_of_a_guest_travel_together() {
    assertThat(TravelKey.of(InboundKind.INTERACTIONS, ONE, "G-1"))
        .isEqualTo(TravelKey.of(InboundKind.INTERACTIONS, TWO, "G-1"))
        .isNotEqualTo(TravelKey.of(InboundKind.INTERACTIONS, ONE, "G-2"));
  }

  @Test
  void a_complaint_is_found_by_its_number_whoever_it_is_of() {
    assertThat(TravelKey.of(InboundKind.COMPLAINTS, ONE, "G-1")).isEqualTo(ONE.toString());
  }

  @Test
  void who_is_not_named_has_no_order_to_keep() {
    assertThat(TravelKey.of(InboundKind.INTERACTIONS, ONE, null)).isEqualTo(ONE.toString());
    assertThat(TravelKey.of(InboundKind.UPDATES, ONE, null)).isEqualTo(ONE.toString());
  }
}
