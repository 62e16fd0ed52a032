package io.amends.intake.domain;

import io.amends.contracts.GuestId;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of ours, for somebody of whom nobody has said who it is. */
public final class OwnGuest {

  private static final Pattern OURS =
      Pattern.compile("A-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private OwnGuest() {}

  /** The guest of one event: the same on every retry. */
  static GuestId of(UUID eventKey) {
    return new GuestId("A-" + eventKey);
  }

  /** Whether we gave this id; a chain's own ids may begin with A- too. */
  public static boolean is(String guestId) {
    return OURS.matcher(guestId).matches();
  }

  static boolean is(GuestId guest) {
    return is(guest.value());
  }
}
