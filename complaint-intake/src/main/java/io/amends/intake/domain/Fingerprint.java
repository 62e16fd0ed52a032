package io.amends.intake.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells whether two bodies are the same, in eight bytes: the first of their SHA-256. */
public final class Fingerprint {

  private Fingerprint() {}

  public static long of(byte[] body) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(body)).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256: absent (expected: in every Java)", impossible);
    }
  }
}
