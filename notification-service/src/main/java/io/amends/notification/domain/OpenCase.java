package io.amends.notification.domain;

import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.Situation;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case that is open, as far as messages go.
 *
 * @param now what has changed since it was told
 * @param done what has been done for the guest by now
 */
public record OpenCase(CaseFacts facts, Situation now, Set<Done> done) {

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
    return new OpenCase(facts, now, all);
  }

  OpenCase with(Situation changed) {
    return new OpenCase(facts, changed, done);
  }
}
