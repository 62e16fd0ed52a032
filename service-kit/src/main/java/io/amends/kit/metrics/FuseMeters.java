package io.amends.kit.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What operations see of the {@link CardinalityFuse}. */
public record FuseMeters(CardinalityFuse fuse) implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("metrics.fuse.blown", fuse, CardinalityFuse::blown)
        .description("Meters that have reached their bound of labels")
        .register(meters);
    FunctionCounter.builder("metrics.fuse.refused", fuse, CardinalityFuse::refused)
        .description("How often a figure was not told apart")
        .register(meters);
  }
}
