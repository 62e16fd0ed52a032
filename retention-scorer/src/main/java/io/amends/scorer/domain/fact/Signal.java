package io.amends.scorer.domain.fact;

/** What a guest did that shows an attitude to coming back. */
public enum Signal {
  MESSAGE_OPENED,
  UNSUBSCRIBED,
  REFERRED_A_FRIEND,
  GOOD_CONTACT,
  BAD_CONTACT,
  /** Redeemed what was offered to come back. */
  OFFER_TAKEN,
  /** Let it lapse. */
  OFFER_LEFT
}
