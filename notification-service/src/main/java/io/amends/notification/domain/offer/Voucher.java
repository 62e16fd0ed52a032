package io.amends.notification.domain.offer;

import io.amends.contracts.Actor;
import io.amends.contracts.notification.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A voucher, under the hash of its code; the code itself is kept nowhere.
 *
 * <pre>
 * OPEN -> REDEEMED | LAPSED | WITHDRAWN (the message did not go out)
 * </pre>
 *
 * @param message by which it was promised
 * @param redemption who redeemed it, if somebody did
 */
public record Voucher(Message message, Offer offer, State state, @Nullable Redemption redemption) {

  /** Where it stands. */
  public enum State {
    OPEN,
    REDEEMED,
    LAPSED,
    WITHDRAWN
  }

  /**
   * That it was redeemed.
   *
   * @param commandId of whoever was first: a repeat with the same id gets the same answer
   * @param at hotel time
   */
  public record Redemption(String commandId, Actor by, Instant at) {}

  public static Voucher open(Message message, Offer offer) {
    return new Voucher(message, offer, State.OPEN, null);
  }

  Voucher in(State next) {
    return new Voucher(message, offer, next, redemption);
  }

  Voucher redeemed(Redemption how) {
    return new Voucher(message, offer, State.REDEEMED, how);
  }
}
