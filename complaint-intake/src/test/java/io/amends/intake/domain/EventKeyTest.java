package io.amends.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventKeyTest {

  @Test
  void the_same_request_has_the_same_key_for_ever() {
    assertThat(EventKey.of("pms", "e-1")).hasToString("04b5c938-1eeb-852a-a40f-8fde23c4bd6b");
  }

  @Test
  void is_a_uuid_of_version_8() {
    UUID key = EventKey.of("pms", "e-1");

    assertThat(key.version()).isEqualTo(8);
    assertThat(key.variant()).isEqualTo(2);
  }

  @Test
  void another_id_or_another_source_is_another_event() {
    assertThat(EventKey.of("pms", "e-1"))
        .isNotEqualTo(EventKey.of("pms", "e-2"))
        .isNotEqualTo(EventKey.of("crm", "e-1"));
  }

  @Test
  void where_the_source_ends_and_the_id_begins_is_part_of_it() {
    assertThat(EventKey.of("pms\ne", "1")).isNotEqualTo(EventKey.of("pms", "e\n1"));
    assertThat(EventKey.of("pmse", "1")).isNotEqualTo(EventKey.of("pms", "e1"));
  }
}
