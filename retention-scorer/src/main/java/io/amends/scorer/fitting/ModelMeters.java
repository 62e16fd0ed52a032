package io.amends.scorer.fitting;

import io.amends.contracts.retention.FitEnded;
import io.amends.contracts.retention.FitEnded.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What operations see of models: how fits ended here, and how the model in use predicted what has
 * happened since, as the last fit of the chain found. Not a number as long as nobody knows.
 */
public final class ModelMeters {

  private final Meter.MeterProvider<Counter> fits;

  /**
   * Prepares it.
   *
   * @param figures of the last fit, by name
   */
  public ModelMeters(MeterRegistry meters, Supplier<Map<String, Double>> figures) {
    fits =
        Counter.builder("retention.model.fits")
            .description("Fits that ended, by what came of them")
            .withRegistry(meters);
    for (Verdict verdict : Verdict.values()) {
      counter(verdict);
    }
    gauge(meters, figures, "calibration.error", "inUse.ece", "Mean gap of predicted and realised");
    gauge(meters, figures, "log.loss", "inUse.logLoss", "Mean negative log likelihood");
    gauge(meters, figures, "auc", "inUse.auc", "Ranking of guests who stayed away");
    gauge(meters, figures, "predicted", "inUse.predicted", "Mean predicted share without a stay");
    gauge(meters, figures, "realised", "inUse.realised", "Realised share without a stay");
    gauge(meters, figures, "drift", "inUse.drift", "Log loss more than when it was taken into use");
  }

  void ended(FitEnded ended) {
    counter(ended.verdict()).increment();
  }

  private Counter counter(Verdict verdict) {
    return fits.withTag("verdict", verdict.name());
  }

  private static void gauge(
      MeterRegistry meters,
      Supplier<Map<String, Double>> figures,
      String name,
      String figure,
      String says) {
    Gauge.builder("retention.model." + name, () -> figures.get().getOrDefault(figure, Double.NaN))
        .description(says + ", of guests whose outcome is known")
        .register(meters);
  }
}
