package io.amends.intake.stream;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ArrivalOutcome.Result;
import io.amends.intake.domain.SeenRow;
import io.amends.kit.events.Json;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * How what is kept of an arrival lies in its store: format, result, fingerprint; from format 2 on
 * the reasons of a refusal behind them, as JSON.
 */
public final class SeenFormat {

  private static final byte WITHOUT_REASONS = 1;
  private static final byte CURRENT = 2;

  private SeenFormat() {}

  static byte[] write(SeenRow row) {
    byte[] flaws = row.flaws().isEmpty() ? new byte[0] : Json.bytes(row.flaws());
    return ByteBuffer.allocate(2 + Long.BYTES + flaws.length)
        .put(CURRENT)
        .put(letter(row.result()))
        .putLong(row.fingerprint())
        .put(flaws)
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
    if (format != WITHOUT_REASONS && format != CURRENT) {
      throw new IllegalStateException("format: %d (expected: 1 or 2)".formatted(format));
    }
    Result result = result(bytes.get());
    long fingerprint = bytes.getLong();
    byte[] flaws = new byte[bytes.remaining()];
    bytes.get(flaws);
    return new SeenRow(result, fingerprint, flaws(flaws));
  }

  private static List<Flaw> flaws(byte[] json) {
    return json.length == 0 ? List.of() : Arrays.asList(Json.read(json, Flaw[].class));
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
