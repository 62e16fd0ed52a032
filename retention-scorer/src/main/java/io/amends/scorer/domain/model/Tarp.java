package io.amends.scorer.domain.model;

import java.util.Map;

/**
 * The share of guests who mean to come back after a failure, by what came of it: a named prior that
 * a chain's own cases correct and in the end replace.
 *
 * @param name which table it is
 * @param shares of guests who would come back all the same, 0 to 1, of those who would have come
 *     back without the failure
 * @param strength how much of the table's effect is believed: 0 none, 1 all of it
 * @param corrections what the chain's own cases add, in log odds of leaving
 */
public record Tarp(
    String name, Map<Cell, Double> shares, double strength, Map<Cell, Double> corrections) {

  /** A failure that nobody ever returns from would make a single return impossible. */
  private static final double LEAST = 0.01;

  public Tarp {
    for (Cell cell : Cell.values()) {
      Double share = shares.get(cell);
      if (share == null || !(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "share of %s: %s (expected: 0 to 1, no failure is 1)".formatted(cell, share));
      }
    }
    if (!(strength >= 0)) {
      throw new IllegalArgumentException("strength: %s (expected: 0 or more)".formatted(strength));
    }
    shares = Map.copyOf(shares);
    corrections = Map.copyOf(corrections);
  }

  public Tarp learned(double newStrength, Map<Cell, Double> newCorrections) {
    return new Tarp(name, shares, newStrength, newCorrections);
  }

  public double lost(Cell cell) {
    return 1 - shares.getOrDefault(cell, 1.0);
  }

  public double correction(Cell cell) {
    return corrections.getOrDefault(cell, 0.0);
  }

  /** The share that still comes back if the table, at its strength, loses so many. */
  public double kept(double lost) {
    return Math.max(LEAST, 1 - strength * lost);
  }
}
