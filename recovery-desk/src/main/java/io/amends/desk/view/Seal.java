package io.amends.desk.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes what is personal before it is written to disk (AES-256-GCM), and makes blind marks of its
 * words, by which they can be found and not read. Without the key neither tells anything; with
 * another key the view is built again.
 */
public final class Seal {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  /** Long enough that a million guests' words hardly meet by chance, short enough to be many. */
  private static final int MARK = 8;

  private final SecretKeySpec key;
  private final SecretKeySpec markKey;
  private final String name;
  private final SecureRandom random = new SecureRandom();

  /**
   * Derives its keys.
   *
   * @param secret of the installation; what is derived from it serves the view alone
   */
  public Seal(String secret) {
    byte[] root = secret.getBytes(StandardCharsets.UTF_8);
    this.key = new SecretKeySpec(hmac(new SecretKeySpec(root, "HmacSHA256"), "view"), "AES");
    this.markKey =
        new SecretKeySpec(hmac(new SecretKeySpec(root, "HmacSHA256"), "marks"), "HmacSHA256");
    this.name = HexFormat.of().formatHex(hmac(new SecretKeySpec(root, "HmacSHA256"), "name"), 0, 8);
  }

  /** Tells one key from another, and nothing else. */
  String name() {
    return name;
  }

  /**
   * Closes a text.
   *
   * @param owner whose it is; it opens for the same owner only
   */
  public byte[] close(String owner, String text) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] closed =
        cipher(Cipher.ENCRYPT_MODE, nonce, owner, text.getBytes(StandardCharsets.UTF_8), 0);
    return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
  }

  /**
   * Opens what was closed for this owner.
   *
   * @throws IllegalStateException if it was closed for another, or with another key
   */
  public String open(String owner, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    return new String(
        cipher(Cipher.DECRYPT_MODE, nonce, owner, sealed, NONCE), StandardCharsets.UTF_8);
  }

  /** A mark for each word; where a script has no spaces, for each character and each pair. */
  public Set<Long> marks(String text) {
    Set<Long> marks = new LinkedHashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.codePoints().anyMatch(Character::isIdeographic)) {
        int[] points = word.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
          marks.add(mark(new String(points, i, 1)));
          if (i + 1 < points.length) {
            marks.add(mark(new String(points, i, 2)));
          }
        }
      } else if (!word.isEmpty()) {
        marks.add(mark(word));
      }
    }
    return marks;
  }

  /** A blind mark of a text as a whole. */
  long mark(String word) {
    return ByteBuffer.wrap(hmac(markKey, word), 0, MARK).getLong();
  }

  private byte[] cipher(int mode, byte[] nonce, String owner, byte[] input, int offset) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input, offset, input.length - offset);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("sealed text: not ours (expected: this key)", impossible);
    }
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HmacSHA256: absent (expected: in every JDK)", impossible);
    }
  }
}
