package io.amends.scorer.domain.watch;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.profile.Oddity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record tells of a guest.
 *
 * @param fact null if it tells the risk nothing
 * @param history whether it is the past, which alerts nobody
 * @param failure what went wrong, if that is what it tells
 * @param oddities what was wrong with it
 */
public record Heard(
    @Nullable GuestFact fact,
    boolean history,
    @Nullable LastFailure failure,
    List<Oddity> oddities) {

  public static final Heard NOTHING = new Heard(null, false, null, List.of());

  public Heard {
    oddities = List.copyOf(oddities);
  }

  public static Heard of(@Nullable GuestFact fact, boolean history) {
    return new Heard(fact, history, null, List.of());
  }

  public static Heard of(@Nullable GuestFact fact, boolean history, @Nullable LastFailure failure) {
    return new Heard(fact, history, failure, List.of());
  }

  /** Whether it is of no matter to the risk, nor to whoever asks what went wrong. */
  public boolean isNothing() {
    return fact == null && failure == null && oddities.isEmpty();
  }

  /** The same fact in other words. */
  public Heard but(GuestFact other) {
    return new Heard(other, history, failure, oddities);
  }

  /** The same fact told otherwise, since something was wrong with it. */
  public Heard but(GuestFact other, Oddity oddity) {
    return new Heard(other, history, failure, List.of(oddity));
  }
}
