package io.amends.scorer.domain.watch;

import io.amends.scorer.domain.fact.GuestFact;
import org.jspecify.annotations.Nullable;

/**
 * What a record tells of a guest.
 *
 * @param fact null if it tells the risk nothing
 * @param history whether it is the past, which alerts nobody
 * @param failure what went wrong, if that is what it tells
 */
public record Heard(@Nullable GuestFact fact, boolean history, @Nullable LastFailure failure) {

  public static final Heard NOTHING = new Heard(null, false, null);

  public static Heard of(@Nullable GuestFact fact, boolean history) {
    return new Heard(fact, history, null);
  }
}
