package io.amends.notification.domain;

import io.amends.contracts.GuestId;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.policy.Offers;

/**
 * Which guests are shown no offer, so that one sees what offers bring: by a hash of guest and
 * programme, so it is the same for ever, on every instance, and another draw in each programme.
 */
public final class ControlGroup {

  private ControlGroup() {}

  /** Whether this guest is in the control group of what sells for that purpose. */
  static boolean has(GuestId guest, Purpose purpose, Offers.ControlGroup policy) {
    return concerns(purpose, policy)
        && Share.takes(purpose.name() + '/' + guest.value(), policy.share());
  }

  /** Whether some guests are shown nothing for that purpose; what makes good is never withheld. */
  public static boolean concerns(Purpose purpose, Offers.ControlGroup policy) {
    return policy.applies().contains(purpose.name());
  }
}
