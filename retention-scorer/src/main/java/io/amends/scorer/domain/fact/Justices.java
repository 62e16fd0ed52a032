package io.amends.scorer.domain.fact;

import org.jspecify.annotations.Nullable;

/**
 * How fair a guest found a recovery, 1 to 5 each; null where the guest was not asked or gave no
 * answer.
 *
 * @param outcome what the guest got, against the loss
 * @param procedure how it went, and how long it took
 * @param courtesy how the guest was treated
 */
public record Justices(
    @Nullable Integer outcome, @Nullable Integer procedure, @Nullable Integer courtesy) {

  public static final Justices NOT_ASKED = new Justices(null, null, null);

  public Justices {
    requireScale("outcome", outcome);
    requireScale("procedure", procedure);
    requireScale("courtesy", courtesy);
  }

  private static void requireScale(String name, @Nullable Integer answer) {
    if (answer != null && (answer < 1 || answer > 5)) {
      throw new IllegalArgumentException("%s: %d (expected: 1 to 5)".formatted(name, answer));
    }
  }
}
