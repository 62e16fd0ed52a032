package io.amends.contracts;

import org.jspecify.annotations.Nullable;

/** What a failure cost the guest, as staff answer three questions; the worst answer counts. */
public record Harm(@Nullable Degree money, @Nullable Degree time, @Nullable Degree feelings) {

  /** None, some, much, severe: in the policy's order. */
  public enum Degree {
    NONE,
    SOME,
    MUCH,
    SEVERE
  }
}
