package io.amends.notification.domain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A part of all, always the same, whatever the machine. */
final class Share {

  /** As many parts as a policy could ever tell apart. */
  private static final long PARTS = 1_000_000;

  private Share() {}

  /** Whether this one is in the part; share from 0 to 1. */
  static boolean takes(String subject, BigDecimal share) {
    return BigDecimal.valueOf(place(subject)).compareTo(share.multiply(BigDecimal.valueOf(PARTS)))
        < 0;
  }

  /** In [0, {@link #PARTS}), evenly. */
  private static long place(String subject) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
      long first = 0;
      for (int i = 0; i < 7; i++) {
        first = first << 8 | (hash[i] & 0xff);
      }
      return first % PARTS;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256: absent (expected: in every JDK)", impossible);
    }
  }
}
