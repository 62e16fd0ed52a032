package io.amends.scorer.domain.model;

import io.amends.scorer.domain.evidence.Delay;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.kernel.Heterogeneity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model as plain numbers by name, which is how it is published.
 *
 * <pre>
 * guests.r guests.alpha guests.a guests.b   how guests differ; alpha in weeks
 * unseen                                    share of guests lost to failures nobody told us of
 * horizon.days baseRate                     what a stay counts within, and who does not stay
 * tarp.strength tarp.share.CELL tarp.correction.CELL
 * quick.hours                               up to which delay a resolution counts as quick
 * outlook.TIER.quickly outlook.TIER.atLast  shares of what comes of open complaints
 * weight.CLUE                               log odds of leaving per unit
 * habits.cancelled habits.missed habits.cancelsLate habits.whileBooked habits.wait.NN (weeks)
 * layer.intercept layer.slope layer.perRepeat layer.perSilence layer.perAge
 * </pre>
 */
public final class Parameters {

  private final Map<String, Double> byName;

  private Parameters(Map<String, Double> byName) {
    this.byName = byName;
  }

  /** All of a model but its version and the name of its prior. */
  public static Map<String, Double> of(RiskModel model) {
    Map<String, Double> all = new TreeMap<>();
    all.put("guests.r", model.guests().r());
    all.put("guests.alpha", model.guests().alpha());
    all.put("guests.a", model.guests().a());
    all.put("guests.b", model.guests().b());
    all.put("unseen", model.unseen());
    all.put("horizon.days", (double) model.horizon().toDays());
    all.put("baseRate", model.baseRate());
    failures(model.failures(), all);
    model.weights().byClue().forEach((clue, weight) -> all.put("weight." + clue, weight));
    habits(model.habits(), all);
    Recalibration layer = model.recalibration();
    all.put("layer.intercept", layer.intercept());
    all.put("layer.slope", layer.slope());
    all.put("layer.perRepeat", layer.perRepeat());
    all.put("layer.perSilence", layer.perSilence());
    all.put("layer.perAge", layer.perAge());
    return all;
  }

  private static void failures(FailureEffect failures, Map<String, Double> all) {
    Tarp tarp = failures.tarp();
    all.put("tarp.strength", tarp.strength());
    for (Cell cell : Cell.values()) {
      all.put("tarp.share." + cell, 1 - tarp.lost(cell));
      all.put("tarp.correction." + cell, tarp.correction(cell));
    }
    all.put("quick.hours", (double) failures.quickWithin().upTo().toHours());
    for (CostTier tier : CostTier.values()) {
      all.put("outlook." + tier + ".quickly", failures.outlook().of(tier).quickly());
      all.put("outlook." + tier + ".atLast", failures.outlook().of(tier).atLast());
    }
  }

  private static void habits(BookingHabits habits, Map<String, Double> all) {
    all.put("habits.cancelled", habits.cancelled());
    all.put("habits.missed", habits.missed());
    all.put("habits.cancelsLate", habits.cancelsLate());
    all.put("habits.whileBooked", habits.whileBooked());
    for (int i = 0; i < habits.waits().size(); i++) {
      all.put(wait(i), habits.waits().get(i));
    }
  }

  /**
   * The model that was published. A clue that it does not know has the prior's weight: a build may
   * look at more than the one that fitted.
   *
   * @throws IllegalArgumentException naming the parameter that is missing or makes no sense
   */
  public static RiskModel read(String version, String prior, Map<String, Double> published) {
    Parameters all = new Parameters(published);
    return new RiskModel(
        version,
        new Heterogeneity(
            all.get("guests.r"), all.get("guests.alpha"), all.get("guests.a"), all.get("guests.b")),
        all.get("unseen"),
        all.failures(prior),
        all.weights(),
        all.habits(),
        new Recalibration(
            all.get("layer.intercept"),
            all.get("layer.slope"),
            all.get("layer.perRepeat"),
            all.get("layer.perSilence"),
            all.get("layer.perAge")),
        Duration.ofDays(Math.round(all.get("horizon.days"))),
        all.get("baseRate"));
  }

  private FailureEffect failures(String prior) {
    Map<Cell, Double> shares = new EnumMap<>(Cell.class);
    Map<Cell, Double> corrections = new EnumMap<>(Cell.class);
    for (Cell cell : Cell.values()) {
      shares.put(cell, get("tarp.share." + cell));
      corrections.put(cell, get("tarp.correction." + cell));
    }
    Map<CostTier, Outlook.Ends> ends = new EnumMap<>(CostTier.class);
    for (CostTier tier : CostTier.values()) {
      ends.put(
          tier,
          new Outlook.Ends(
              get("outlook." + tier + ".quickly"), get("outlook." + tier + ".atLast")));
    }
    return new FailureEffect(
        new Tarp(prior, shares, get("tarp.strength"), corrections),
        new Outlook(ends),
        Delay.upTo(Duration.ofHours(Math.round(get("quick.hours")))));
  }

  private Weights weights() {
    Map<Clue, Double> weights = new EnumMap<>(Clue.class);
    for (Clue clue : Clue.values()) {
      Double weight = byName.get("weight." + clue);
      weights.put(clue, weight == null ? Priors.MODEL.weights().of(clue) : weight);
    }
    return new Weights(weights);
  }

  private BookingHabits habits() {
    List<Double> waits = new ArrayList<>();
    for (Double next = byName.get(wait(0)); next != null; next = byName.get(wait(waits.size()))) {
      waits.add(next);
    }
    return new BookingHabits(
        get("habits.cancelled"),
        get("habits.missed"),
        get("habits.cancelsLate"),
        waits,
        get("habits.whileBooked"));
  }

  private static String wait(int place) {
    return String.format(Locale.ROOT, "habits.wait.%02d", place);
  }

  private double get(String name) {
    Double value = byName.get(name);
    if (value == null || !Double.isFinite(value)) {
      throw new IllegalArgumentException("%s: %s (expected: a number)".formatted(name, value));
    }
    return value;
  }
}
