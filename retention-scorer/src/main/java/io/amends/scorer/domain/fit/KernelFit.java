package io.amends.scorer.domain.fit;

import io.amends.scorer.domain.kernel.BetaGeometric;
import io.amends.scorer.domain.kernel.BuyTillYouDie;
import io.amends.scorer.domain.kernel.Heterogeneity;
import io.amends.scorer.domain.kernel.ModifiedBetaGeometric;
import io.amends.scorer.domain.kernel.ParetoNegativeBinomial;
import io.amends.scorer.domain.kernel.Purchases;
import io.amends.scorer.domain.optimum.Search;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Fits a published model to purchases by maximum likelihood; guests alike are counted once.
 *
 * <p>A search that does not end, as with too few guests, is an {@link IllegalStateException}: this
 * is the yardstick, the fit that runs in a hotel answers for itself.
 */
public final class KernelFit {

  /** Parameters are searched as logarithms between e^-9 and e^9: 0.0001 to 8,100. */
  private static final double WIDEST = 9;

  private final Map<Purchases, Long> guests;

  public KernelFit(Collection<Purchases> guests) {
    this.guests =
        guests.stream().collect(Collectors.groupingBy(guest -> guest, Collectors.counting()));
  }

  /** A model and how well it explains all guests. */
  public record Fitted<M extends BuyTillYouDie>(M model, double logLikelihood) {}

  public Fitted<BetaGeometric> betaGeometric() {
    return fit(p -> new BetaGeometric(new Heterogeneity(p[0], p[1], p[2], p[3])));
  }

  public Fitted<ModifiedBetaGeometric> modifiedBetaGeometric() {
    return fit(p -> new ModifiedBetaGeometric(new Heterogeneity(p[0], p[1], p[2], p[3])));
  }

  public Fitted<ParetoNegativeBinomial> paretoNegativeBinomial() {
    return fit(p -> new ParetoNegativeBinomial(p[0], p[1], p[2], p[3]));
  }

  public double logLikelihood(BuyTillYouDie model) {
    double sum = 0;
    for (Map.Entry<Purchases, Long> alike : guests.entrySet()) {
      sum += alike.getValue() * model.logLikelihood(alike.getKey());
    }
    return sum;
  }

  private <M extends BuyTillYouDie> Fitted<M> fit(Function<double[], M> model) {
    List<Search.Variable> variables =
        DoubleStream.of(0, Math.log(meanAge()), 0, 0)
            .mapToObj(start -> new Search.Variable(start, -WIDEST, WIDEST))
            .toList();
    Search search = new Search(variables, 0.5, 1e-5, 2_000);
    return switch (search.greatest(p -> logLikelihood(model.apply(exp(p))))) {
      case Search.Result.Found(var point, var value) ->
          new Fitted<>(model.apply(exp(doubles(point))), value);
      case Search.Result.GaveUp(var why) -> throw new IllegalStateException(why);
    };
  }

  private double meanAge() {
    return guests.keySet().stream().mapToDouble(Purchases::now).average().orElse(1);
  }

  private static double[] doubles(List<Double> point) {
    return point.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] exp(double[] logarithms) {
    return Arrays.stream(logarithms).map(Math::exp).toArray();
  }
}
