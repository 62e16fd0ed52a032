package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.AlertStep;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Who is still to be alerted, and when: one of the parts of a case. */
public record Ladder(List<AlertStep> steps) {

  static final Ladder NONE = new Ladder(List.of());

  public Ladder {
    steps = List.copyOf(steps);
  }

  Ladder with(Collection<AlertStep> more) {
    return new Ladder(Stream.concat(steps.stream(), more.stream()).toList());
  }

  Ladder without(Collection<AlertStep> gone) {
    return new Ladder(steps.stream().filter(step -> !gone.contains(step)).toList());
  }
}
