package io.amends.kit.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrelationTest {

  @ParameterizedTest
  @ValueSource(strings = {"7", "0198c0de-1f2e-7a3b-8c4d-5e6f708192a3", "PMS:A/b.c_d~e+f=g"})
  void what_looks_like_an_id_is_one(String text) {
    assertThat(Correlation.ifId(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ann Smith", "Jörg", "a\nb", "a@b", "[x]"})
  void what_may_be_a_name_is_none(String text) {
    assertThat(Correlation.ifId(text)).isNull();
  }

  @Test
  void one_is_128_characters_long_at_most() {
    assertThat(Correlation.ifId("a".repeat(128))).isNotNull();
    assertThat(Correlation.ifId("a".repeat(129))).isNull();
  }
}
