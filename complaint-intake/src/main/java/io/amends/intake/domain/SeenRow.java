package io.amends.intake.domain;

import io.amends.contracts.intake.ArrivalOutcome.Result;
import java.nio.ByteBuffer;

/**
 * What is kept of an arrival for as long as repeats are dropped: format, result, fingerprint.
 *
 * @param fingerprint of the body: the same id with another body is no repeat
 */
public record SeenRow(Result result, long fingerprint) {

  private static final byte CURRENT = 1;

  public byte[] write() {
    return ByteBuffer.allocate(2 + Long.BYTES)
        .put(CURRENT)
        .put(letter(result))
        .putLong(fingerprint)
        .array();
  }

  /**
   * Reads a row.
   *
   * @throws IllegalStateException if a later format wrote it
   */
  public static SeenRow read(byte[] row) {
    ByteBuffer bytes = ByteBuffer.wrap(row);
    byte format = bytes.get();
    if (format != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(format, CURRENT));
    }
    return new SeenRow(result(bytes.get()), bytes.getLong());
  }

  private static byte letter(Result result) {
    return switch (result) {
      case ACCEPTED -> 'A';
      case DUPLICATE -> 'D';
      case REFUSED -> 'R';
    };
  }

  private static Result result(byte letter) {
    return switch (letter) {
      case 'A' -> Result.ACCEPTED;
      case 'D' -> Result.DUPLICATE;
      case 'R' -> Result.REFUSED;
      default ->
          throw new IllegalStateException("result: %d (expected: A, D or R)".formatted(letter));
    };
  }
}
