package io.amends.notification.domain.offer;

import io.amends.contracts.Actor;
import io.amends.contracts.notification.Message;
import java.util.Set;

/** What is asked of one voucher; which one, the key of the record says. */
public sealed interface VoucherAsked {

  /** Its message is on its way. */
  record Issue(Message message, Offer offer) implements VoucherAsked {}

  /** Its message did not go out. */
  record Withdraw() implements VoucherAsked {}

  /**
   * Somebody holds it in their hands.
   *
   * @param by staff or a partner
   * @param partner whether it is one
   * @param properties for which they act; {@code *}: all
   */
  record Redeem(String commandId, Actor by, boolean partner, Set<String> properties)
      implements VoucherAsked {

    public Redeem {
      properties = Set.copyOf(properties);
    }
  }
}
