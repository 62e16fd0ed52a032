package io.amends.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One hotel of the chain, such as {@code SHA-BUND}. */
public record PropertyId(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,31}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PropertyId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "propertyId: %d characters (expected: 2 to 32 of A-Z 0-9 -)".formatted(value.length()));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
