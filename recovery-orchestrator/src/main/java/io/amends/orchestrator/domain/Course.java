package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.PastCycle;
import io.amends.contracts.recovery.Situation;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a recovery case stands: one of its parts.
 *
 * <pre>
 * NotOpened  CaseOpened                              -> Open
 * Open       CaseClosed                              -> Closed
 * Open       SituationChanged, HandedOver, CaseReopened,
 *            DoubleDeviationFound                    -> Open
 * Closed     CaseReopened                            -> Open
 * </pre>
 */
public sealed interface Course {

  record NotOpened() implements Course {}

  /**
   * Something is still to be done.
   *
   * @param facts as it was told
   * @param now as it stands
   * @param past how earlier cycles ended
   */
  record Open(CaseFacts facts, CasePolicy policy, Situation now, List<PastCycle> past)
      implements Course {

    public Open {
      past = List.copyOf(past);
    }

    Open with(Situation other) {
      return new Open(facts, policy, other, past);
    }

    Open again(PastCycle ended, Situation other) {
      return new Open(
          facts, policy, other, Stream.concat(past.stream(), Stream.of(ended)).toList());
    }

    /** How it is to be handled by its severity of now. */
    CasePolicy.Handling handling() {
      return policy.of(now.severity());
    }
  }

  record Closed(Open was, Instant at) implements Course {}
}
