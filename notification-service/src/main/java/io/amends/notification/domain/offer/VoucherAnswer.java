package io.amends.notification.domain.offer;

import io.amends.contracts.Nights;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one redemption.
 *
 * @param offerType what it is good for; null unless it was redeemed by this very command
 * @param face what it is worth to the guest
 * @param at when it was redeemed
 */
public record VoucherAnswer(
    String commandId,
    Result result,
    @Nullable String offerType,
    @Nullable Nights face,
    @Nullable Instant at) {

  /** How it ended. */
  public enum Result {
    REDEEMED,
    /** Somebody was first. */
    REDEEMED_BEFORE,
    LAPSED,
    WITHDRAWN,
    UNKNOWN_CODE,
    /** Not by a partner, or not at these properties. */
    NOT_HERE
  }

  static VoucherAnswer no(String commandId, Result why) {
    return new VoucherAnswer(commandId, why, null, null, null);
  }

  static VoucherAnswer redeemed(Offer offer, Voucher.Redemption how) {
    return new VoucherAnswer(
        how.commandId(), Result.REDEEMED, offer.type(), offer.worth().face(), how.at());
  }
}
