package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.RecoveryEvent;

/** A history that no rule could have made: stored data is damaged, and nothing hides it. */
final class Damage {

  private Damage() {}

  static IllegalStateException of(RecoveryEvent event, Object part) {
    return new IllegalStateException(
        "event: %s %s (expected: one that follows %s)"
            .formatted(event.getClass().getSimpleName(), event.stamp().eventId(), part));
  }
}
