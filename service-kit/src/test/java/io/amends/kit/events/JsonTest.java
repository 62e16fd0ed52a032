package io.amends.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonTest {

  record Stay(Room room, int nights, @Nullable Instant since, List<Guest> guests) {
    Stay {
      if (nights < 1) {
        throw new IllegalArgumentException("nights: %d (expected: 1 or more)".formatted(nights));
      }
    }
  }

  record Guest(String name) {}

  record Room(@JsonValue String number) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Room {}
  }

  @Test
  void a_record_comes_back_as_it_was_written() {
    Stay stay =
        new Stay(
            new Room("1204"), 2, Instant.parse("2026-01-01T00:00:00Z"), List.of(new Guest("李")));
    assertThat(Json.read(Json.bytes(stay), Stay.class)).isEqualTo(stay);
  }

  @Test
  void what_a_record_itself_refuses_is_told_with_its_words() {
    assertThatThrownBy(() -> read("{\"room\":\"1\",\"nights\":0,\"guests\":[]}"))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("nights: 0 (expected: 1 or more)")
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_number_that_is_absent_is_no_zero() {
    assertThatThrownBy(() -> read("{\"room\":\"1\",\"nights\":null}"))
        .isInstanceOf(JacksonException.class);
  }

  private static Stay read(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8), Stay.class);
  }
}
