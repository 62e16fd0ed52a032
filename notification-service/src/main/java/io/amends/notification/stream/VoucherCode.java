package io.amends.notification.stream;

import io.amends.contracts.notification.Message;
import io.amends.kit.security.DerivedCodes;
import io.amends.notification.domain.offer.Offer;

/** The code by which a guest redeems what one message offers; made when it is needed. */
public final class VoucherCode {

  private VoucherCode() {}

  /**
   * The same on every attempt.
   *
   * @throws IllegalArgumentException if it has not been issued, or its key is no longer configured
   */
  public static String of(Message message, Offer offer, DerivedCodes codes) {
    String keyId = offer.keyId();
    if (keyId == null) {
      throw new IllegalArgumentException("keyId: absent (expected: of an offer that was issued)");
    }
    return codes.code(keyId, message.guestId().value() + '/' + message.messageId());
  }
}
