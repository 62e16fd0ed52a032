package io.amends.orchestrator.domain;

import io.amends.contracts.CaseRef;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.Sorted;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.RecoveryEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
      whoCould = Sorted.copyOf(whoCould);
    }
  }

  /** Not by this person alone: somebody who may was asked; the codes say whom. */
  record AskedOf(List<RecoveryEvent> events, List<Code> codes, Set<Role> whoCould)
      implements Decision {
    public AskedOf {
      events = List.copyOf(events);
      codes = List.copyOf(codes);
      whoCould = Sorted.copyOf(whoCould);
    }
  }

  /** Refused, and something happened all the same, if only that somebody tried. */
  record RefusedOnRecord(List<RecoveryEvent> events, Refused refused) implements Decision {
    public RefusedOnRecord {
      events = List.copyOf(events);
    }
  }

  /** The answer comes later: a month's budget was asked. */
  record Waits(List<RecoveryEvent> events) implements Decision {
    public Waits {
      events = List.copyOf(events);
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
     * @param given so far, at face value, what is set aside included
     * @param leftInMoney what the role may still give now
     */
    record OverLimit(
        Nights limit, Money limitInMoney, Nights given, Nights asked, Money leftInMoney)
        implements Code {}

    /** More than is left of a month. */
    record OverMonth(String budget, Nights left, Money leftInMoney) implements Code {}

    /** More than the band that fits; {@code by} whom at least, and with a reason. */
    record AboveCeiling(Nights ceiling, Money ceilingInMoney, Nights total, Role by)
        implements Code {}

    /**
     * This guest was given much before, over all hotels: somebody looks again.
     *
     * @param given with what is wished now
     */
    record GivenBefore(Nights given, Money givenInMoney, Role by) implements Code {}

    /** What the own limit allowed was given at once; {@code number} of that part. */
    record PartGiven(int number, Money amount) implements Code {}

    /**
     * Somebody was asked.
     *
     * @param number of the remedy that waits
     * @param people on duty in that role, as far as known
     * @param thenRole who is asked if nobody answers by then; null: nobody else may
     */
    record AskedSomebody(
        int number,
        Money amount,
        Role role,
        List<String> people,
        Instant answerBy,
        @Nullable Role thenRole,
        List<String> thenPeople)
        implements Code {
      public AskedSomebody {
        people = List.copyOf(people);
        thenPeople = List.copyOf(thenPeople);
      }
    }

    /** Nobody approves their own. */
    record OwnRequest(int number) implements Code {}

    /** Above the band one says why. */
    record ReasonMissing() implements Code {}

    /** The month's budget did not answer in time: try again. */
    record BudgetSilent(String budget) implements Code {}

    /** It is worth nothing, or in another currency than the property's. */
    record NoWorth(String expectedCurrency) implements Code {}

    /** A reason for which the policy pauses no clock. */
    record UnknownReason(String reason, Set<String> expected) implements Code {
      public UnknownReason {
        expected = Sorted.copyOf(expected);
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
        whoCan = Sorted.copyOf(whoCan);
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
      case AskedOf asked -> asked.events;
      case RefusedOnRecord refused -> refused.events;
      case Waits waits -> waits.events;
      case Moot _, Refused _, AnsweredBefore _ -> List.of();
    };
  }
}
