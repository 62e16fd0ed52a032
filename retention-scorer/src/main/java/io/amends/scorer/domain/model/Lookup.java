package io.amends.scorer.domain.model;

import io.amends.scorer.domain.evidence.Delay;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.evidence.Trouble;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a model is the same for many guests, worked out once: a score is asked for at every event
 * and at dozens of moments ahead of each.
 */
public final class Lookup {

  private static final double SECONDS_OF_A_WEEK = 7 * 86_400.0;

  /** Who came back more often is reckoned anew: a guest in a thousand. */
  private static final int MOST_SURVIVED = 64;

  /** An example of each way in which a failure can be handled, as far as it matters. */
  private static final List<Handling> WAYS = ways();

  private static final int GIVEN_UP = 1 + CostTier.values().length;
  private static final int QUICKLY = GIVEN_UP + 1;
  private static final int AT_LAST = GIVEN_UP + 2;
  private static final int SEVERITIES = Severity.values().length;

  private final RiskModel model;
  private final double horizon;
  private final double reach;
  private final double averageWait;
  private final double[] weights;
  private final double[] leaving = new double[MOST_SURVIVED];
  private final double[] shifts = new double[MOST_SURVIVED * SEVERITIES * WAYS.size()];

  Lookup(RiskModel model) {
    this.model = model;
    horizon = model.horizon().toSeconds() / SECONDS_OF_A_WEEK;
    reach = model.habits().reach(horizon);
    averageWait =
        model.habits().waits().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    weights = new double[Clue.values().length];
    for (Clue clue : Clue.values()) {
      weights[place(clue)] = model.weights().of(clue);
    }
    for (int survived = 0; survived < MOST_SURVIVED; survived++) {
      leaving[survived] = model.leaving(survived);
      for (Severity severity : Severity.values()) {
        for (int way = 0; way < WAYS.size(); way++) {
          shifts[place(survived, severity, way)] =
              model.shift(new Trouble(severity, WAYS.get(way)), survived);
        }
      }
    }
  }

  /** The horizon in weeks. */
  public double horizon() {
    return horizon;
  }

  /** See {@link BookingHabits#reach}, of the horizon. */
  public double reach() {
    return reach;
  }

  /** Weeks from booking to departure, in the mean. */
  public double averageWait() {
    return averageWait;
  }

  public double weight(Clue clue) {
    return weights[place(clue)];
  }

  /** See {@link RiskModel#leaving}. */
  public double leaving(int survived) {
    return survived < MOST_SURVIVED ? leaving[survived] : model.leaving(survived);
  }

  /** See {@link RiskModel#shift}. */
  public double shift(Severity severity, Handling handling, int survived) {
    return survived < MOST_SURVIVED
        ? shifts[place(survived, severity, way(handling))]
        : model.shift(new Trouble(severity, handling), survived);
  }

  private static List<Handling> ways() {
    List<Handling> ways = new ArrayList<>();
    ways.add(Handling.SILENT);
    for (CostTier tier : CostTier.values()) {
      ways.add(Handling.Open.in(tier));
    }
    ways.add(Handling.GIVEN_UP);
    ways.add(new Handling.Resolved(Delay.HOUR, CostTier.ON_THE_SPOT, null));
    ways.add(new Handling.Resolved(Delay.LONGER, CostTier.LATER, null));
    return List.copyOf(ways);
  }

  @SuppressWarnings("EnumOrdinal") // a place in an array that lives as long as the process
  private int way(Handling handling) {
    return switch (handling) {
      case Handling.Silent _ -> 0;
      case Handling.Open(CostTier tier) -> 1 + tier.ordinal();
      case Handling.GivenUp _ -> GIVEN_UP;
      case Handling.Resolved made -> model.failures().isQuick(made) ? QUICKLY : AT_LAST;
    };
  }

  @SuppressWarnings("EnumOrdinal") // as above
  private static int place(int survived, Severity severity, int way) {
    return (survived * SEVERITIES + severity.ordinal()) * WAYS.size() + way;
  }

  @SuppressWarnings("EnumOrdinal") // as above
  private static int place(Clue clue) {
    return clue.ordinal();
  }
}
