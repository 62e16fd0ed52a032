package io.amends.intake.domain;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import java.util.Map;
import java.util.Optional;

/**
 * Who may speak through which topic. The topic says who wrote; {@code ce_source} must agree.
 *
 * @param known by name, those for which something is set
 */
public record Sources(Map<String, Source> known) {

  public Sources {
    known = Map.copyOf(known);
  }

  public Source of(String name) {
    Source set = known.get(name);
    return set == null ? Source.of(name) : set;
  }

  /** What is wrong with what an event in the topic of this source says of itself. */
  public Optional<Flaw> check(String name, String ceSource, boolean saidToBePast) {
    Source source = of(name);
    return source
        .check(ceSource)
        .or(
            () ->
                saidToBePast && !source.tellsHistory()
                    ? Optional.of(
                        new Flaw("ce_history", "true", "absent: this source tells no history"))
                    : Optional.empty());
  }
}
