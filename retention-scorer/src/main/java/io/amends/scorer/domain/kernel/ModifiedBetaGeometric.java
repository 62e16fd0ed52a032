package io.amends.scorer.domain.kernel;

/**
 * MBG/NBD: a guest may stop after each purchase, the first included.
 *
 * <p>Batislam, Denizel and Filiztekin, International Journal of Research in Marketing 24(3), 2007.
 * Hotels lose most guests after the first stay, which is why this kernel carries the score.
 */
public record ModifiedBetaGeometric(Heterogeneity guests) implements BuyTillYouDie {

  @Override
  public double logLikelihood(Purchases guest) {
    double r = guests.r();
    double x = guest.repeats();
    return Logs.gamma(r + x)
        - Logs.gamma(r)
        + r * Math.log(guests.alpha())
        + Logs.beta(guests.a(), guests.b() + x + 1)
        - Logs.beta(guests.a(), guests.b())
        - (r + x) * Math.log(guests.alpha() + guest.now())
        + Logs.sum(0, logOddsStopped(guest));
  }

  @Override
  public double alive(Purchases guest) {
    return Logs.probability(-logOddsStopped(guest));
  }

  /**
   * How many purchases to expect during the next {@code horizon}.
   *
   * @throws IllegalStateException if a is 1, where the formula has a gap
   */
  public double expectedWithin(double horizon, Purchases guest) {
    return Expectation.purchases(
        guests, guest, horizon, guests.b() + guest.repeats() + 1, alive(guest));
  }

  private double logOddsStopped(Purchases guest) {
    return Math.log(guests.a() / (guests.b() + guest.repeats())) + Silence.weighs(guests, guest);
  }
}
