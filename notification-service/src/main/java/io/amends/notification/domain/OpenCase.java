package io.amends.notification.domain;

import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.Situation;
import java.util.EnumSet;
import java.util.Set;

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
    ANSWERED
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
