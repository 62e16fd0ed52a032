package io.amends.scorer.domain.score;

import io.amends.scorer.domain.evidence.Delay;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Factor;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One reason of a score: code and parameters, no words.
 *
 * @param contribution by how much it moves the log odds of no stay; positive is towards leaving.
 *     All reasons of a score add up to its distance from the chain's base rate
 */
public record Reason(Code code, Factor factor, double contribution) {

  /** Why, with what the sentence about it needs. */
  public sealed interface Code {

    /** How this guest books and returns, against the chain's guests. */
    record PaceSoFar(int stays, int repeats) implements Code {}

    /** Nothing booked since the last stay or cancellation. */
    record Silence(int days) implements Code {}

    /** A stay is booked. */
    record Booked(LocalDate arrival) implements Code {}

    /** Something failed. */
    record Failed(Severity severity) implements Code {}

    /** No answer since: the complaint is open, and this dear by now. */
    record NotMadeGood(Instant since, CostTier tier) implements Code {}

    /** Nothing came of the complaint. */
    record NeverMadeGood(Instant since) implements Code {}

    /** The complaint was settled, so late. */
    record MadeGood(Delay delay) implements Code {}

    /** Something else that was seen, so much of it. */
    record Seen(Clue clue, int amount) implements Code {}

    /** No event flips a guest by itself: so much of what was seen waits for the guest's silence. */
    record HeldBack() implements Code {}

    /** Not known well enough to say more: nobody who has chosen us yet. */
    record NeverCame() implements Code {}
  }
}
