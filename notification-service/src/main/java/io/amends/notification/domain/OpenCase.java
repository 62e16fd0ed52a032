package io.amends.notification.domain;

import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.Situation;
import io.amends.notification.domain.ClosedCase.Answer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case that is open, as far as messages go.
 *
 * @param now what has changed since it was told
 * @param done what has been done for the guest by now
 * @param found how the guest found what was done; null: not said yet
 * @param spokenAt when somebody last spoke with the guest about it; null: nobody has
 */
public record OpenCase(
    CaseFacts facts,
    Situation now,
    Set<Done> done,
    @Nullable Answer found,
    @Nullable Instant spokenAt) {

  public OpenCase {
    done = Set.copyOf(done);
  }

  /** What makes a message about a case pointless. */
  public enum Done {
    ACKNOWLEDGED,
    APOLOGISED,
    FIXED,
    /** The guest has said how it is now. */
    ANSWERED;

    /** What keeps a promise; null: nothing that is known here. */
    static @Nullable Done keeping(@Nullable Clock promise) {
      return promise == Clock.ACKNOWLEDGE
          ? ACKNOWLEDGED
          : promise == Clock.APOLOGISE ? APOLOGISED : promise == Clock.FIX ? FIXED : null;
    }
  }

  OpenCase with(Done more) {
    Set<Done> all = EnumSet.of(more);
    all.addAll(done);
    return new OpenCase(facts, now, all, found, spokenAt);
  }

  OpenCase with(Situation changed) {
    return new OpenCase(facts, changed, done, found, spokenAt);
  }

  OpenCase found(Answer how) {
    return new OpenCase(facts, now, done, how, spokenAt);
  }

  /** Somebody spoke with the guest; what is told late changes nothing. */
  OpenCase spokenAt(Instant at) {
    return spokenAt != null && spokenAt.isAfter(at)
        ? this
        : new OpenCase(facts, now, done, found, at);
  }
}
