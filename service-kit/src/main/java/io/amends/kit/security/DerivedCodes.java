package io.amends.kit.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that nobody can guess and that are kept nowhere: an HMAC-SHA256 of what they are for, cut
 * to 100 bits, in letters and digits that are not taken for each other. Whoever has the key makes
 * the same code again; a store has its hash.
 */
public final class DerivedCodes {

  /** Crockford's Base32: no I, L, O, U. */
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 20;
  private static final int GROUP = 5;

  /** So that no code is part of a link that the same key signs. */
  private static final String DOMAIN = "code\n";

  private final Keyring keys;

  /**
   * Reads the keys, those of {@link SignedLinks}.
   *
   * @throws IllegalArgumentException if one is shorter than 32 bytes, or there is none
   */
  public DerivedCodes(String configured) {
    this.keys = new Keyring(configured);
  }

  /** With which key new codes are made; goes with what the code is for. */
  public String keyId() {
    return keys.newest();
  }

  /**
   * The code, as a person reads it: {@code 7QK3M-…}.
   *
   * @param keyId with which it was made first
   * @throws IllegalArgumentException if that key is configured no more
   */
  public String code(String keyId, String of) {
    byte[] key =
        keys.find(keyId)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "keyId: %s (expected: one of amends.link-keys)".formatted(keyId)));
    byte[] hash = hmac(key, DOMAIN + of);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(SYMBOLS.charAt(fiveBits(hash, i)));
    }
    return code.toString();
  }

  /** By what a code is found: SHA-256, in hex, of what it says however it is typed. */
  public static String hash(String code) {
    String plain =
        code.toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1')
            .replaceAll("[^0-9A-Z]", "");
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("SHA-256: absent (expected: in every JDK)", impossible);
    }
  }

  private static int fiveBits(byte[] hash, int i) {
    int bit = i * 5;
    int two = (hash[bit / 8] & 0xff) << 8 | (hash[bit / 8 + 1] & 0xff);
    return two >> (11 - bit % 8) & 31;
  }

  private static byte[] hmac(byte[] key, String of) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HmacSHA256: absent (expected: in every JDK)", impossible);
    }
  }
}
