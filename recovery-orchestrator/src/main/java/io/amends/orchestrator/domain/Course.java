package io.amends.orchestrator.domain;

import io.amends.contracts.CaseRef;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.PastCycle;
import io.amends.contracts.recovery.SameMatter;
import io.amends.contracts.recovery.Situation;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a recovery case stands: one of its parts.
 *
 * <pre>
 * NotOpened  CaseOpened                              -> Open
 * Open       CaseClosed                              -> Closed
 * Open       SituationChanged, HandedOver, CaseReopened,
 *            DoubleDeviationFound, ReportJoined,
 *            DuplicateSuggested, PolicySwitched      -> Open
 * Closed     CaseReopened                            -> Open
 * Closed     ReportJoined                            -> Closed
 * NotOpened, Open, Closed  CaseMerged                -> Merged
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
   * @param same what else is about the same matter
   */
  record Open(
      CaseFacts facts, CasePolicy policy, Situation now, List<PastCycle> past, SameMatter same)
      implements Course {

    public Open {
      past = List.copyOf(past);
    }

    /** As it is when it opens. */
    static Open of(CaseFacts facts, CasePolicy policy) {
      return new Open(facts, policy, Situation.of(facts), List.of(), SameMatter.NONE);
    }

    Open with(Situation other) {
      return new Open(facts, policy, other, past, same);
    }

    Open with(CasePolicy other) {
      return new Open(facts, other, now, past, same);
    }

    Open with(SameMatter other) {
      return new Open(facts, policy, now, past, other);
    }

    Open again(PastCycle ended, Situation other) {
      return new Open(
          facts, policy, other, Stream.concat(past.stream(), Stream.of(ended)).toList(), same);
    }

    /** How it is to be handled by its severity of now. */
    CasePolicy.Handling handling() {
      return policy.of(now.severity());
    }
  }

  record Closed(Open was, Instant at) implements Course {}

  /**
   * It is part of another case: its number leads there.
   *
   * @param was null if it was recognised at once and never had a case of its own
   */
  record Merged(@Nullable Open was, CaseRef into, Instant at) implements Course {}
}
