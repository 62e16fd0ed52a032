package io.amends.kit.streams;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Liveness: down only when a restart is the cure. Never asks Kafka. */
public final class StreamsLiveness implements HealthIndicator {

  private final StreamsRuntime runtime;

  public StreamsLiveness(StreamsRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Health health() {
    String broken = runtime.broken();
    return broken == null ? Health.up().build() : Health.down().withDetail("why", broken).build();
  }
}
