package io.amends.kit.streams;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Readiness: whether this instance has its tasks. Never asks Kafka. */
public final class StreamsHealth implements HealthIndicator {

  private final StreamsRuntime runtime;

  public StreamsHealth(StreamsRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Health health() {
    String broken = runtime.broken();
    if (broken != null) {
      return Health.down().withDetail("why", broken).build();
    }
    return runtime.ready()
        ? Health.up().build()
        : Health.outOfService().withDetail("waits for", runtime.waitsFor()).build();
  }
}
