package io.amends.scorer.domain.fit;

import io.amends.scorer.domain.fit.Sample.Standing;
import io.amends.scorer.domain.fit.Sample.Survived;
import io.amends.scorer.domain.kernel.Heterogeneity;
import io.amends.scorer.domain.model.LeavingOdds;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.optimum.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.hipparchus.special.Gamma;

/**
 * How fast guests book and how readily they leave, by maximum likelihood: r, alpha, a, b, and the
 * share that a stay loses to failures unseen.
 */
final class PaceFit {

  /** Parameters stay within e^-7 and e^7, 0.001 to 1,100; beyond, guests would all be alike. */
  private static final double WIDEST = 7;

  /** Decisions whose evidence weighs the same to this many log odds are counted together. */
  private static final double ALIKE = 0.02;

  /** No chain loses half its guests at every stay to what nobody told it of. */
  private static final double MOST_UNSEEN = 0.5;

  /** Shares are searched in steps as fine as logarithms are. */
  private static final double FINER = 5;

  /**
   * How much finer than it began a search ends: a thousandth, far below a parameter's own error.
   */
  private static final double FINENESS = 100;

  /** How far a segment's parameters stray from the chain's, as a deviation of their logarithms. */
  private static final double POOLING = 0.3;

  private final RiskModel model;
  private final List<Standing> guests;
  private final Map<Alike, Integer> survived = new LinkedHashMap<>();
  private final boolean pooled;
  private final int mostRepeats;
  private final int mostSurvived;

  /** Decisions after which the same share of guests comes back. */
  private record Alike(int earlier, long shift) {}

  /**
   * @param model whose evidence is taken as it is
   * @param pooled whether the model's own parameters pull, as the chain's do on a segment
   */
  PaceFit(Sample sample, RiskModel model, boolean pooled) {
    this.model = model;
    this.pooled = pooled;
    this.guests = sample.guests();
    for (Map.Entry<Survived, Integer> one : sample.survived().entrySet()) {
      int earlier = one.getKey().earlier();
      double shift = one.getKey().evidence().shift(model, earlier);
      survived.merge(new Alike(earlier, Math.round(shift / ALIKE)), one.getValue(), Integer::sum);
    }
    this.mostRepeats = most(Standing::repeats);
    int returned = survived.keySet().stream().mapToInt(Alike::earlier).max().orElse(0);
    this.mostSurvived = Math.max(returned, most(Standing::survived));
  }

  /**
   * The model with the pace that explains most; empty if the search does not end.
   *
   * @param firstStep how far from the model to look at first, in logarithms
   */
  Optional<Found> search(double firstStep) {
    List<Search.Variable> variables = new ArrayList<>();
    for (double start : logarithms(model.guests())) {
      variables.add(new Search.Variable(start, -WIDEST, WIDEST));
    }
    variables.add(new Search.Variable(model.unseen() * FINER, 0, MOST_UNSEEN * FINER));
    double[] shifts =
        guests.stream().mapToDouble(one -> one.evidence().shift(model, one.survived())).toArray();
    Search.Result result =
        new Search(variables, firstStep, firstStep / FINENESS, 3_000)
            .greatest(point -> logLikelihood(heterogeneity(point), point[4] / FINER, shifts));
    return result instanceof Search.Result.Found(List<Double> best, double value)
        ? Optional.of(new Found(with(best), value))
        : Optional.empty();
  }

  private RiskModel with(List<Double> point) {
    double[] best = point.stream().mapToDouble(Double::doubleValue).toArray();
    return model.with(heterogeneity(best), best[4] / FINER);
  }

  /** What a search came to. */
  record Found(RiskModel model, double logLikelihood) {}

  private static Heterogeneity heterogeneity(double[] point) {
    return new Heterogeneity(
        Math.exp(point[0]), Math.exp(point[1]), Math.exp(point[2]), Math.exp(point[3]));
  }

  private static double[] logarithms(Heterogeneity guests) {
    return new double[] {
      Math.log(guests.r()), Math.log(guests.alpha()), Math.log(guests.a()), Math.log(guests.b())
    };
  }

  private double logLikelihood(Heterogeneity candidate, double unseen, double[] shifts) {
    double sum = pooled ? -distance(candidate) : 0;
    double[] logGammas = new double[mostRepeats + 1];
    for (int x = 0; x < logGammas.length; x++) {
      logGammas[x] = Gamma.logGamma(candidate.r() + x);
    }
    double[] leaving = new double[mostSurvived + 1];
    for (int k = 0; k < leaving.length; k++) {
      leaving[k] = LeavingOdds.of(candidate, k, 1 - unseen);
    }
    sum += guests.size() * (candidate.r() * Math.log(candidate.alpha()) - logGammas[0]);
    for (int i = 0; i < shifts.length; i++) {
      Standing one = guests.get(i);
      double pace = candidate.r() + one.repeats();
      double logNow = Math.log(candidate.alpha() + one.now());
      sum += logGammas[one.repeats()] - pace * logNow;
      if (one.decisionOut()) {
        double silence = pace * (logNow - Math.log(candidate.alpha() + one.decided()));
        sum += unseen(leaving[one.survived()] + shifts[i], silence);
      }
    }
    for (Map.Entry<Alike, Integer> alike : survived.entrySet()) {
      double shift = alike.getKey().shift() * ALIKE;
      sum -= alike.getValue() * softplus(leaving[alike.getKey().earlier()] + shift);
    }
    return sum;
  }

  private int most(ToIntFunction<Standing> what) {
    return guests.stream().mapToInt(what).max().orElse(0);
  }

  /**
   * The log of what was seen, silence, against a guest who surely stayed: S + (1 - S) e^silence.
   */
  static double unseen(double leaving, double silence) {
    return softplus(leaving + silence) - softplus(leaving);
  }

  /** log(1 + e^value); {@code log1p} would be exact to a digit that nobody asks for, and slow. */
  static double softplus(double value) {
    return value > 0 ? value + Math.log(1 + Math.exp(-value)) : Math.log(1 + Math.exp(value));
  }

  private double distance(Heterogeneity candidate) {
    double[] there = logarithms(candidate);
    double[] here = logarithms(model.guests());
    double squares = 0;
    for (int i = 0; i < here.length; i++) {
      double deviation = (there[i] - here[i]) / POOLING;
      squares += deviation * deviation;
    }
    return squares / 2;
  }
}
