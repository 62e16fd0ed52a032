package io.amends.scorer.domain.fact;

/** What a guest did that shows an attitude to coming back. */
public enum Signal {
  MESSAGE_OPENED,
  UNSUBSCRIBED,
  REFERRED_A_FRIEND,
  GOOD_CONTACT,
  BAD_CONTACT
}
