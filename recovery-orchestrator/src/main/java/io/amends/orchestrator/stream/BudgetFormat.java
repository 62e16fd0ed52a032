package io.amends.orchestrator.stream;

import io.amends.contracts.budget.Budget;
import io.amends.kit.events.Json;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** How a month lies in its store: one byte of format, then its figures as JSON. */
final class BudgetFormat {

  private static final byte CURRENT = 1;

  private BudgetFormat() {}

  static byte[] write(Budget budget) {
    byte[] body = Json.bytes(budget);
    return ByteBuffer.allocate(1 + body.length).put(CURRENT).put(body).array();
  }

  static Budget read(byte @Nullable [] stored) {
    if (stored == null) {
      return Budget.UNTOUCHED;
    }
    if (stored[0] != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(stored[0], CURRENT));
    }
    byte[] body = new byte[stored.length - 1];
    System.arraycopy(stored, 1, body, 0, body.length);
    return Json.read(body, Budget.class);
  }
}
