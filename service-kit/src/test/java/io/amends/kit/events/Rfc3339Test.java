package io.amends.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class Rfc3339Test {

  @Test
  void a_moment_reads_as_it_prints() {
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      Instant moment = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
      Instant finer = moment.plusNanos(random.nextInt(1_000_000_000));

      assertThat(Rfc3339.utc(moment.toString())).isEqualTo(moment);
      assertThat(Rfc3339.utc(finer.toString())).isEqualTo(finer);
      assertThat(Rfc3339.utc(moment.plusMillis(70).toString())).isEqualTo(moment.plusMillis(70));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T23:59:59.5Z",
        "2026-11-20T13:18:00.123456789Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z"
      })
  void edges_read_as_the_general_parser_reads_them(String text) {
    assertThat(Rfc3339.utc(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-20",
        "2026-11-20T13:18:00+08:00",
        "2026-11-20T13:18Z",
        "2026-02-29T13:18:00Z",
        "2026-13-20T13:18:00Z",
        "2026-11-31T13:18:00Z",
        "2026-11-20T24:00:00Z",
        "2026-11-20T13:18:60Z",
        "2026-11-20T13:18:00.Z",
        "2026-11-20T13:18:00.1234567890Z",
        "2026-11-20T13:18:00,5Z",
        "2026-11-20t13:18:00Z",
        "2026-11-2oT13:18:00Z"
      })
  void what_is_written_otherwise_is_left_to_the_general_parser(String text) {
    assertThat(Rfc3339.utc(text)).isNull();
  }
}
