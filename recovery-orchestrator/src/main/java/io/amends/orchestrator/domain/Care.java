package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CaseSnapshot.Followed;
import io.amends.contracts.recovery.RootCause;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done for the guest: one of the parts of a case. A failure has two effects, a practical
 * and an emotional one, and both have to be made good.
 *
 * @param done when each step was done in this cycle
 * @param prevention the record of what is done so that it does not happen again
 * @param followed whether the guest has said whether it is really good now
 */
public record Care(
    Map<Step, Instant> done,
    @Nullable RootCause rootCause,
    @Nullable String prevention,
    Followed followed,
    @Nullable Answered answered) {

  static final Care NONE = new Care(Map.of(), null, null, Followed.NOT_YET, null);

  public Care {
    done = Map.copyOf(done);
  }

  /** What is done for a guest, each once in a cycle. */
  public enum Step {
    /** A person told the guest "I have it". */
    ACKNOWLEDGED,
    APOLOGISED,
    /** It was fixed, or an alternative accepted. */
    FIXED,
    /** Fixed and apologised for. */
    DELAY_ENDED,
    /** The guest had also been given what nobody falls below. */
    MADE_GOOD
  }

  boolean has(Step step) {
    return done.containsKey(step);
  }

  @Nullable Instant at(Step step) {
    return done.get(step);
  }

  boolean meets(CasePolicy.Need need) {
    return switch (need) {
      case FIX -> has(Step.FIXED);
      case CARE -> has(Step.APOLOGISED);
      case ROOT_CAUSE, DEPARTMENT -> rootCause != null;
      case FOLLOW_UP_ANSWERED_OR_EXPIRED -> followed != Followed.NOT_YET;
    };
  }

  Care with(Step step, Instant at) {
    Map<Step, Instant> more = new HashMap<>(done);
    more.put(step, at);
    return new Care(more, rootCause, prevention, followed, answered);
  }

  Care with(RootCause found) {
    return new Care(done, found, prevention, followed, answered);
  }

  Care preventing(String record) {
    return new Care(done, rootCause, record, followed, answered);
  }

  Care followed(Followed how, @Nullable Answered said) {
    return new Care(done, rootCause, prevention, how, said == null ? answered : said);
  }

  /** Everything is to be done again; why it went wrong is known, and what the guest said of it. */
  Care again(@Nullable Answered said) {
    return new Care(
        Map.of(), rootCause, prevention, Followed.NOT_YET, said == null ? answered : said);
  }
}
