package io.amends.orchestrator.stream;

import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.kit.events.Json;
import io.amends.orchestrator.domain.RecoveryCase;
import io.amends.orchestrator.domain.Snapshots;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How a case lies in its store: one byte of format, then its snapshot as JSON. What was ever stored
 * stays readable.
 *
 * <p>The byte moves only when the last release could not read what is written; then a release that
 * reads it ships before one that writes it, so that one can go back.
 */
public final class CaseFormat {

  private static final byte CURRENT = 1;

  byte[] write(CaseSnapshot snapshot) {
    byte[] body = Json.bytes(snapshot);
    return ByteBuffer.allocate(1 + body.length).put(CURRENT).put(body).array();
  }

  RecoveryCase read(byte @Nullable [] stored) {
    return stored == null ? RecoveryCase.NONE : Snapshots.read(snapshot(stored));
  }

  /** The snapshot in a row of the store. */
  public static CaseSnapshot snapshot(byte[] stored) {
    if (stored[0] != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(stored[0], CURRENT));
    }
    byte[] body = new byte[stored.length - 1];
    System.arraycopy(stored, 1, body, 0, body.length);
    return Json.read(body, CaseSnapshot.class);
  }
}
