package io.amends.intake.domain;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ArrivalOutcome.Result;
import java.util.List;

/**
 * What is kept of an arrival for as long as repeats are dropped.
 *
 * @param fingerprint of the body: the same id with another body is no repeat
 * @param flaws why it was refused; empty otherwise
 */
public record SeenRow(Result result, long fingerprint, List<Flaw> flaws) {

  public SeenRow {
    flaws = List.copyOf(flaws);
  }
}
