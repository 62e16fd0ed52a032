package io.amends.intake.schema;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** What is wrong with bytes that are no JSON, with nothing of what stands in them. */
public final class NotJson {

  private NotJson() {}

  public static Flaw flaw(JacksonException unreadable, int length) {
    TokenStreamLocation at = unreadable.getLocation();
    return at == null || at.getLineNr() < 1
        ? new Flaw("", "%d bytes".formatted(length), "JSON, each field once")
        : new Flaw(
            "",
            "%d bytes that end being JSON at line %d, column %d"
                .formatted(length, at.getLineNr(), at.getColumnNr()),
            "JSON, each field once");
  }
}
