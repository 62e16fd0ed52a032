package io.amends.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DerivedCodesTest {

  private static final String OLD = "k1:" + "A".repeat(43);
  private static final String NEW = "k2:" + "B".repeat(43);

  @Test
  void a_code_is_made_again_by_its_own_key_after_a_newer_one_has_come() {
    String code = new DerivedCodes(OLD).code("k1", "G-1/offer/1");
    DerivedCodes later = new DerivedCodes(NEW + "," + OLD);
    assertThat(later.keyId()).isEqualTo("k2");
    assertThat(later.code("k1", "G-1/offer/1")).isEqualTo(code);
    assertThat(later.code("k2", "G-1/offer/1")).isNotEqualTo(code);
  }

  @Test
  void a_key_that_is_gone_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DerivedCodes(NEW).code("k1", "x"))
        .withMessage("keyId: k1 (expected: one of amends.link-keys)");
  }

  @Test
  void codes_are_of_a_hundred_bits_in_signs_that_are_not_taken_for_each_other() {
    DerivedCodes codes = new DerivedCodes(OLD);
    Set<String> all = new HashSet<>();
    int[] seen = new int[128];
    for (int i = 0; i < 3_200; i++) {
      String code = codes.code("k1", "G-" + i);
      assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}");
      all.add(code);
      code.replace("-", "").chars().forEach(sign -> seen[sign]++);
    }
    assertThat(all).hasSize(3_200);
    // 64,000 signs of 32 kinds: 2,000 of each, five standard deviations are 220
    for (char sign : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
      assertThat(seen[sign]).as("%s", sign).isBetween(1_780, 2_220);
    }
  }

  @Test
  void it_is_found_however_it_is_typed() {
    assertThat(DerivedCodes.hash("7qk3m o1lab")).isEqualTo(DerivedCodes.hash("7QK3M-0IIAB"));
    assertThat(DerivedCodes.hash("7QK3M-0IIAB")).isNotEqualTo(DerivedCodes.hash("7QK3M-0IIAC"));
  }
}
