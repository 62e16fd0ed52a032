package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.AlertStep;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is still to be alerted, and when: one of the parts of a case.
 *
 * @param told who was told in this cycle, or passed over since another cause spoke
 */
public record Ladder(List<AlertStep> steps, List<AlertStep> told) {

  static final Ladder NONE = new Ladder(List.of(), List.of());

  public Ladder {
    steps = List.copyOf(steps);
    told = List.copyOf(told);
  }

  Ladder with(Collection<AlertStep> more) {
    return new Ladder(Stream.concat(steps.stream(), more.stream()).toList(), told);
  }

  Ladder tell(Collection<AlertStep> reached) {
    return new Ladder(
        steps.stream().filter(step -> !reached.contains(step)).toList(),
        Stream.concat(told.stream(), reached.stream()).toList());
  }

  /** The same rungs later. */
  Ladder hold(Collection<AlertStep> waiting, Instant until) {
    return new Ladder(
        steps.stream().map(step -> waiting.contains(step) ? step.heldUntil(until) : step).toList(),
        told);
  }

  Ladder without(Predicate<AlertStep> gone) {
    return new Ladder(steps.stream().filter(gone.negate()).toList(), told);
  }

  /** Whether that role has heard of that cause already, in this cycle. */
  boolean hasTold(AlertStep step) {
    return told.stream()
        .anyMatch(
            done ->
                done.cause() == step.cause()
                    && done.clock() == step.clock()
                    && done.role() == step.role());
  }
}
