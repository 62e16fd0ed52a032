package io.amends.contracts.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a guest tells it, as a reading of the words suggests. Nothing is done by it alone: what the
 * guest does says more, and a person who says otherwise always wins.
 *
 * @param style {@code PASSIVE VOICER IRATE ACTIVIST}
 * @param motive {@code COMPENSATION VENTING IMPROVEMENT ALTRUISM}; absent also where it was told
 * @param open {@code PUBLIC}: the words say that it stands in public already; absent also where it
 *     was told
 */
public record Manner(
    @Nullable Hint style, @Nullable Hint motive, @JsonProperty("public") @Nullable Hint open) {

  /** One of these; null if there is none. */
  public static @Nullable Manner of(
      @Nullable Hint style, @Nullable Hint motive, @Nullable Hint open) {
    return style == null && motive == null && open == null ? null : new Manner(style, motive, open);
  }
}
