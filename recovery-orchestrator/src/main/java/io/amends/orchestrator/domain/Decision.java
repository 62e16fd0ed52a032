package io.amends.orchestrator.domain;

import io.amends.contracts.CaseRef;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.RecoveryEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the rules answer. Codes and parameters only: the edge finds the words. */
public sealed interface Decision {

  /** It is so; the events say what changed. */
  record Done(List<RecoveryEvent> events) implements Decision {
    public Done {
      events = List.copyOf(events);
    }
  }

  /** Nothing is left to do, and nobody did anything wrong. */
  record Moot(Why why) implements Decision {}

  /** Not by this person, or not now; {@code whoCould} is empty if nobody could at this time. */
  record Refused(List<Code> codes, Set<Role> whoCould) implements Decision {
    public Refused {
      codes = List.copyOf(codes);
      whoCould = Set.copyOf(whoCould);
    }
  }

  /** A repeat of a command that was answered before gets that answer. */
  record AnsweredBefore(io.amends.contracts.recovery.CommandOutcome.Answer answer)
      implements Decision {}

  /** Why nothing is left to do. */
  enum Why {
    ALREADY_DONE,
    CASE_CLOSED,
    PROMISE_NOT_RUNNING,
    /** There is nothing of the kind in this case. */
    NOTHING_TO_DO
  }

  /** Why something is refused, with what the sentence about it needs. */
  sealed interface Code {

    /** A fast clerk overtook the complaint: try again. */
    record NotOpenYet() implements Code {}

    record NotThisProperty() implements Code {}

    record NotThisRole(Role role) implements Code {}

    /**
     * More than the role may give on one case, all givers together.
     *
     * @param given so far, at face value
     */
    record OverLimit(Nights limit, Money limitInMoney, Nights given, Nights asked)
        implements Code {}

    /** It is worth nothing, or in another currency than the property's. */
    record NoWorth(String expectedCurrency) implements Code {}

    /** A reason for which the policy pauses no clock. */
    record UnknownReason(String reason, Set<String> expected) implements Code {
      public UnknownReason {
        expected = Set.copyOf(expected);
      }
    }

    /** It is part of another case, where this is to be asked. */
    record MergedInto(CaseRef into) implements Code {}

    /** Nobody has suggested that the two may be the same. */
    record NotSuggested(CaseRef other) implements Code {}

    /** No such policy was ever applied. */
    record NoSuchPolicy(String policy) implements Code {}

    /** What it is about is never less bad than that. */
    record TooLow(Severity lowest) implements Code {}

    /** It can't have become known then. */
    record NotThen(Instant notBefore, Instant notAfter) implements Code {}

    /** There is no remedy of this number in the case. */
    record NoSuchRemedy(int number) implements Code {}

    /** What must be done before the case may be closed, and by whom it can be. */
    record StillOpen(CasePolicy.Need need, Set<Role> whoCan) implements Code {
      public StillOpen {
        whoCan = Set.copyOf(whoCan);
      }
    }
  }

  static Decision done(RecoveryEvent... events) {
    return new Done(List.of(events));
  }

  static Decision refused(Code code, Role... whoCould) {
    return new Refused(List.of(code), Set.of(whoCould));
  }

  default List<RecoveryEvent> events() {
    return switch (this) {
      case Done done -> done.events;
      case Moot _, Refused _, AnsweredBefore _ -> List.of();
    };
  }
}
