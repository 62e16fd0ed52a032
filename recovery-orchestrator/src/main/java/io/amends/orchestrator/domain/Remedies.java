package io.amends.orchestrator.domain;

import io.amends.contracts.Nights;
import io.amends.contracts.recovery.Grant;
import java.util.List;
import java.util.stream.Stream;

/** What the guest was given: one of the parts of a case. */
public record Remedies(List<Grant> grants) {

  static final Remedies NONE = new Remedies(List.of());

  public Remedies {
    grants = List.copyOf(grants);
  }

  Remedies with(Grant grant) {
    return new Remedies(Stream.concat(grants.stream(), Stream.of(grant)).toList());
  }

  /** At face value, all givers together. */
  Nights given() {
    return grants.stream().map(Grant::worth).reduce(Nights.ZERO, Nights::plus);
  }
}
