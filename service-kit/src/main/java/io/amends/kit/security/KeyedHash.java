package io.amends.kit.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what something personal is found without being kept: an HMAC-SHA256 by the newest key. Whoever
 * reads a store or a topic learns nothing by trying all telephone numbers; whoever has the key
 * finds the row again. With another key nothing is found until the rows are made anew.
 */
public final class KeyedHash {

  private final Keyring keys;
  private final String domain;

  /**
   * Reads the keys, those of {@link SignedLinks}.
   *
   * @param purpose so that hashes for one thing are no hashes for another
   * @throws IllegalArgumentException if one is shorter than 32 bytes, or there is none
   */
  public KeyedHash(String configured, String purpose) {
    keys = new Keyring(configured);
    domain = "hash/" + purpose + '\n';
  }

  /** 43 letters, digits, hyphens and underscores: all 256 bits, in URL-safe Base64. */
  public String of(String value) {
    byte[] key = keys.find(keys.newest()).orElseThrow();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal((domain + value).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HmacSHA256: absent (expected: in every JDK)", impossible);
    }
  }
}
