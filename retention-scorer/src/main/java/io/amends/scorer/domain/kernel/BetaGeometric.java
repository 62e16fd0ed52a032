package io.amends.scorer.domain.kernel;

/**
 * BG/NBD: a guest may stop after each purchase but the first.
 *
 * <p>Fader, Hardie and Lee, Marketing Science 24(2), 2005. Guests with one purchase count as alive
 * by assumption, so {@code 1 - alive} is no risk to publish; it is here as the reference that the
 * published figures are checked against.
 */
public record BetaGeometric(Heterogeneity guests) implements BuyTillYouDie {

  @Override
  public double logLikelihood(Purchases guest) {
    double r = guests.r();
    double x = guest.repeats();
    double alive =
        Logs.beta(guests.a(), guests.b() + x) - (r + x) * Math.log(guests.alpha() + guest.now());
    double stopped =
        x == 0
            ? Double.NEGATIVE_INFINITY
            : Logs.beta(guests.a() + 1, guests.b() + x - 1)
                - (r + x) * Math.log(guests.alpha() + guest.last());
    return Logs.gamma(r + x)
        - Logs.gamma(r)
        + r * Math.log(guests.alpha())
        - Logs.beta(guests.a(), guests.b())
        + Logs.sum(alive, stopped);
  }

  @Override
  public double alive(Purchases guest) {
    double x = guest.repeats();
    if (x == 0) {
      return 1;
    }
    double logOddsStopped =
        Math.log(guests.a() / (guests.b() + x - 1)) + Silence.weighs(guests, guest);
    return Logs.probability(-logOddsStopped);
  }

  /**
   * How many purchases to expect during the next {@code horizon}.
   *
   * @throws IllegalStateException if a is 1, where the formula has a gap
   */
  public double expectedWithin(double horizon, Purchases guest) {
    return Expectation.purchases(
        guests, guest, horizon, guests.b() + guest.repeats(), alive(guest));
  }
}
