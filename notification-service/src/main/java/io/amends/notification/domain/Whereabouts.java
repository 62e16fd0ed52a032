package io.amends.notification.domain;

import io.amends.contracts.time.IanaZone;
import java.time.Instant;

/** Where a guest sleeps: in the house during the stay, else where the profile says. */
public final class Whereabouts {

  private Whereabouts() {}

  /** The zone by which the guest's night is told. */
  public static IanaZone zone(Draft draft, Guest guest, Instant now) {
    return guest.openCases().values().stream()
        .filter(open -> open.now().inHouse() && isHere(open.now().departureAt(), now))
        .map(open -> open.facts().place().zone())
        .findFirst()
        .orElseGet(() -> new IanaZone(guest.zone() == null ? draft.zone() : guest.zone()));
  }

  private static boolean isHere(@org.jspecify.annotations.Nullable Instant departure, Instant now) {
    return departure == null || now.isBefore(departure);
  }
}
