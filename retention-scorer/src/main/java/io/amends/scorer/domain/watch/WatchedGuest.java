package io.amends.scorer.domain.watch;

import io.amends.scorer.domain.profile.GuestProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a guest.
 *
 * @param told null as long as nothing was
 * @param lastFailure null if none is known
 * @param wakeAt when the guest will stand elsewhere if nothing happens; null if never
 */
public record WatchedGuest(
    GuestProfile profile,
    @Nullable LastTold told,
    @Nullable LastFailure lastFailure,
    @Nullable Instant wakeAt) {

  public static final WatchedGuest NEW = new WatchedGuest(GuestProfile.NEW, null, null, null);
}
