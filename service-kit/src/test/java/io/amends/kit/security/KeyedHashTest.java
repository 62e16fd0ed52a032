package io.amends.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyedHashTest {

  private static final String ONE = key("k1", (byte) 1);
  private static final String TWO = key("k2", (byte) 2);

  @Test
  void the_same_value_has_the_same_hash_and_shows_nothing_of_it() {
    KeyedHash hash = new KeyedHash(ONE, "contact");

    assertThat(hash.of("email:li.wei@example.com"))
        .isEqualTo(new KeyedHash(ONE, "contact").of("email:li.wei@example.com"))
        .matches("[A-Za-z0-9_-]{43}")
        .doesNotContain("wei");
    assertThat(hash.of("email:li.wei@example.org"))
        .isNotEqualTo(hash.of("email:li.wei@example.com"));
  }

  @Test
  void another_key_or_another_purpose_gives_another_hash() {
    String hash = new KeyedHash(ONE, "contact").of("x");

    assertThat(new KeyedHash(ONE, "text").of("x")).isNotEqualTo(hash);
    assertThat(new KeyedHash(TWO, "contact").of("x")).isNotEqualTo(hash);
    assertThat(new KeyedHash(TWO + "," + ONE, "contact").of("x"))
        .as("the newest key hashes")
        .isEqualTo(new KeyedHash(TWO, "contact").of("x"));
  }

  private static String key(String id, byte fill) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, fill);
    return id + ':' + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }
}
