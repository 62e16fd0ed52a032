package io.amends.notification.domain;

import io.amends.contracts.GuestId;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.policy.Offers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which guests are shown no offer, so that one sees what offers bring: by a hash of guest and
 * programme, so it is the same for ever, on every instance, and another draw in each programme.
 */
public final class ControlGroup {

  /** As many parts as a policy could ever tell apart. */
  private static final long PARTS = 1_000_000;

  private ControlGroup() {}

  /** Whether this guest is in the control group of what sells for that purpose. */
  static boolean has(GuestId guest, Purpose purpose, Offers.ControlGroup policy) {
    return concerns(purpose, policy)
        && BigDecimal.valueOf(place(guest, purpose.name()))
                .compareTo(policy.share().multiply(BigDecimal.valueOf(PARTS)))
            < 0;
  }

  /** Whether some guests are shown nothing for that purpose; what makes good is never withheld. */
  public static boolean concerns(Purpose purpose, Offers.ControlGroup policy) {
    return policy.applies().contains(purpose.name());
  }

  /** In [0, {@link #PARTS}), evenly. */
  private static long place(GuestId guest, String programme) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((programme + '/' + guest.value()).getBytes(StandardCharsets.UTF_8));
      long first = 0;
      for (int i = 0; i < 7; i++) {
        first = first << 8 | (hash[i] & 0xff);
      }
      return first % PARTS;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256: absent (expected: in every JDK)", impossible);
    }
  }
}
