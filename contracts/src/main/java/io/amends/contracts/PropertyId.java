package io.amends.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One hotel of the chain, such as {@code SHA-BUND}. */
public record PropertyId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PropertyId {
    if (!value.matches("[A-Z0-9][A-Z0-9-]{1,31}")) {
      throw new IllegalArgumentException(
          "propertyId: %d characters (expected: 2 to 32 of A-Z 0-9 -)".formatted(value.length()));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
