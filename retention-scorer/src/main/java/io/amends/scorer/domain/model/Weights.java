package io.amends.scorer.domain.model;

import java.util.EnumMap;
import java.util.Map;

/**
 * By how much one unit of each clue shifts the log odds of leaving; positive is towards leaving.
 */
public record Weights(Map<Clue, Double> byClue) {

  public Weights {
    for (Clue clue : Clue.values()) {
      Double weight = byClue.get(clue);
      if (weight == null || !Double.isFinite(weight)) {
        throw new IllegalArgumentException(
            "weight of %s: %s (expected: a number)".formatted(clue, weight));
      }
    }
    byClue = new EnumMap<>(byClue);
  }

  public double of(Clue clue) {
    Double weight = byClue.get(clue);
    return weight == null ? 0 : weight;
  }

  public Weights with(Map<Clue, Double> others) {
    Map<Clue, Double> changed = new EnumMap<>(byClue);
    changed.putAll(others);
    return new Weights(changed);
  }

  @Override
  public Map<Clue, Double> byClue() {
    return new EnumMap<>(byClue);
  }
}
