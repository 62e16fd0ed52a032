package io.amends.scorer.domain.kernel;

/** A model of guests who buy at their own pace until, unseen, they stop for good. */
public interface BuyTillYouDie {

  /** How well the model explains one guest; likelihoods of guests multiply, so these add up. */
  double logLikelihood(Purchases guest);

  /** The probability that the guest has not stopped. */
  double alive(Purchases guest);

  /**
   * The probability that the guest buys nothing during the next {@code horizon}.
   *
   * <p>Silence until then is what has been seen and a little more of it, so the ratio of the two
   * likelihoods answers, for every model of this kind.
   */
  default double nothingWithin(double horizon, Purchases guest) {
    return Math.exp(logLikelihood(guest.after(horizon)) - logLikelihood(guest));
  }
}
