package io.amends.intake.domain;

import io.amends.contracts.GuestId;
import org.jspecify.annotations.Nullable;

/**
 * Who was found.
 *
 * @param where as the directory has it; null if a contact told who it is
 * @param moves how many ids of this person led here
 */
public record Found(GuestId guestId, @Nullable Whereabouts where, int moves) {

  /** Ours: nobody has more; two links that crossed each other would lead round for ever. */
  private static final int MOST_MOVES = 8;

  public static Found at(Whereabouts where) {
    return new Found(where.guestId(), where, 0);
  }

  public static Found byContact(GuestId guest) {
    return new Found(guest, null, 0);
  }

  public boolean isByContact() {
    return where == null;
  }

  /** Whether this may be an id that was joined to another: one of ours, or what a contact says. */
  public boolean mayHaveMoved() {
    return (isByContact() || OwnGuest.is(guestId)) && moves < MOST_MOVES;
  }

  /** The same person under the id that is. */
  public Found movedTo(GuestId to) {
    return new Found(to, where, moves + 1);
  }
}
