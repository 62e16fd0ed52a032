package io.amends.scorer.domain.watch;

import io.amends.scorer.domain.profile.GuestProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a guest.
 *
 * @param told null as long as nothing was
 * @param wakeAt when the guest will stand elsewhere, or should be seen to, if nothing happens; null
 *     if never
 */
public record WatchedGuest(
    GuestProfile profile, @Nullable LastTold told, Memory memory, @Nullable Instant wakeAt) {

  public static final WatchedGuest NEW =
      new WatchedGuest(GuestProfile.NEW, null, Memory.NONE, null);
}
