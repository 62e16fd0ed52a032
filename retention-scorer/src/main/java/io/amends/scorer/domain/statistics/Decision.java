package io.amends.scorer.domain.statistics;

/**
 * Whether to come back: a guest decides it, unseen, after every stay.
 *
 * @param state what is known of it
 * @param clockSeconds what the process clock showed when it fell due
 */
public record Decision(State state, long clockSeconds) {

  public static final Decision NONE = new Decision(State.NONE, 0);

  /** What is known of the last decision. */
  public enum State {
    /** The guest has chosen us since: there is nothing left to know. */
    NONE,
    AFTER_STAY,
    /** A booking came to nothing, and the guest may look elsewhere. */
    AFTER_CANCELLATION
  }

  public Decision setBackBy(long seconds) {
    return new Decision(state, clockSeconds + seconds);
  }
}
