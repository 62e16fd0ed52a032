package io.amends.intake.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The identity of what came in: UUIDv8 (RFC 9562) of the SHA-256 over source and event id. The same
 * request gets the same one on any instance, without state.
 */
public final class EventKey {

  private EventKey() {}

  public static UUID of(String source, String eventId) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(source + '\n' + eventId));
    long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
    long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256: absent (expected: in every Java)", impossible);
    }
  }
}
