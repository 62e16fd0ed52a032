package io.amends.scorer.stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.GuestId;
import io.amends.scorer.domain.watch.WatchFormat;
import io.amends.scorer.domain.watch.WatchedGuest;
import java.util.Base64;

/**
 * All that was kept under an id that was joined to another, on its way there. Internal to the
 * scorer.
 *
 * @param from the id that was
 * @param state as it lay in the store, Base64
 */
@JsonTypeName("amends.retention.guest-handed-over.v1")
record HandedOver(GuestId from, String state) {

  static HandedOver of(GuestId from, byte[] row) {
    return new HandedOver(from, Base64.getEncoder().encodeToString(row));
  }

  WatchedGuest guest() {
    return WatchFormat.read(Base64.getDecoder().decode(state));
  }
}
