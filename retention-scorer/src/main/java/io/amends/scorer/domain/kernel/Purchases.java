package io.amends.scorer.domain.kernel;

/**
 * All that a buy-till-you-die model needs to know of a guest.
 *
 * @param repeats purchases after the first, x
 * @param last when the last of them was made, counted from the first, t_x; 0 if there was none
 * @param now how long ago the first was made, T
 */
public record Purchases(double repeats, double last, double now) {

  public Purchases {
    if (!(repeats >= 0)) {
      throw new IllegalArgumentException("repeats: %s (expected: 0 or more)".formatted(repeats));
    }
    if (!(last >= 0 && last <= now)) {
      throw new IllegalArgumentException("last: %s (expected: 0 to %s)".formatted(last, now));
    }
  }

  /** The same guest after a further silence. */
  public Purchases after(double silence) {
    return new Purchases(repeats, last, now + silence);
  }
}
