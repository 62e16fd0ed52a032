package io.amends.scorer.domain.fit;

import io.amends.scorer.domain.model.Cell;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.model.Tarp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The evidence's parameters as the coordinates of a search: the strength of the TARP effect, a
 * correction for each of its cells, and the weights of those clues that were seen often enough.
 */
record EvidencePoint(List<Clue> clues) {

  /** How surely the strength of the prior is known. [ours] */
  private static final double STRENGTH_DEVIATION = 0.5;

  /** How far a cell may stray from the table, in log odds. [ours] */
  private static final double CELL_DEVIATION = 0.5;

  /** How far a clue's weight may stray from its prior, in log odds per unit. [ours] */
  private static final double CLUE_DEVIATION = 0.5;

  /** Whether a cancellation means anything at all differs from chain to chain. [ours] */
  private static final double CANCELLATION_DEVIATION = 3;

  private static final int CELLS = Cell.values().length;

  EvidencePoint {
    clues = List.copyOf(clues);
  }

  int dimensions() {
    return 1 + CELLS + clues.size();
  }

  @SuppressWarnings("EnumOrdinal") // a cell's place among the coordinates of one search
  int place(Cell cell) {
    return 1 + cell.ordinal();
  }

  int place(int clue) {
    return 1 + CELLS + clue;
  }

  double[] of(RiskModel model) {
    double[] point = new double[dimensions()];
    Tarp tarp = model.failures().tarp();
    point[0] = tarp.strength();
    for (Cell cell : Cell.values()) {
      point[place(cell)] = tarp.correction(cell);
    }
    for (int i = 0; i < clues.size(); i++) {
      point[place(i)] = model.weights().of(clues.get(i));
    }
    return point;
  }

  /**
   * A model with these parameters.
   *
   * @param trust in what the chain's own failures say, 0 to 1; the rest stays with the prior
   */
  RiskModel at(double[] point, RiskModel model, double trust) {
    double strength = trust * Math.max(0, point[0]) + (1 - trust) * Priors.TARP.strength();
    Map<Cell, Double> corrections = new EnumMap<>(Cell.class);
    for (Cell cell : Cell.values()) {
      corrections.put(cell, trust * point[place(cell)]);
    }
    Map<Clue, Double> weights = new EnumMap<>(Clue.class);
    for (int i = 0; i < clues.size(); i++) {
      weights.put(clues.get(i), point[place(i)]);
    }
    Tarp tarp = model.failures().tarp().learned(strength, corrections);
    return model.with(model.failures().with(tarp), model.weights().with(weights));
  }

  /** How unlikely the priors find a point. */
  double penalty(double[] at) {
    double squares = 0;
    for (int i = 0; i < at.length; i++) {
      double deviation = (at[i] - prior(i)) / deviation(i);
      squares += deviation * deviation;
    }
    return squares / 2;
  }

  /** Subtracts the slope of the penalty. */
  void pull(double[] at, double[] slope) {
    for (int i = 0; i < at.length; i++) {
      slope[i] -= (at[i] - prior(i)) / (deviation(i) * deviation(i));
    }
  }

  private double prior(int place) {
    if (place == 0) {
      return Priors.TARP.strength();
    }
    return place <= CELLS ? 0 : Priors.MODEL.weights().of(clues.get(place - 1 - CELLS));
  }

  private double deviation(int place) {
    if (place == 0) {
      return STRENGTH_DEVIATION;
    }
    if (place <= CELLS) {
      return CELL_DEVIATION;
    }
    return clues.get(place - 1 - CELLS) == Clue.CANCELLATION
        ? CANCELLATION_DEVIATION
        : CLUE_DEVIATION;
  }
}
