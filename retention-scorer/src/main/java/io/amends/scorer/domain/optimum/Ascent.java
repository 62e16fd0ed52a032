package io.amends.scorer.domain.optimum;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/** Where a smooth function of many variables is greatest, by conjugate gradients. */
public final class Ascent {

  /** Log likelihoods are sums over thousands of guests: nothing below this matters to any. */
  private static final double RELATIVE = 1e-6;

  private static final double ABSOLUTE = 1e-3;
  private static final int STEPS = 500;

  /** How finely each line is searched: the next one corrects what a coarse search leaves. */
  private static final double LINE_RELATIVE = 0.1;

  private static final double LINE_ABSOLUTE = 1e-7;

  /** How far along the slope a line is looked at first; slopes are sums over guests, too. */
  private static final double LINE_FIRST = 1e-4;

  private Ascent() {}

  /** A function and its slope. */
  public interface Hill {

    double height(double[] at);

    double[] slope(double[] at);
  }

  public static Search.Result greatest(Hill hill, double[] start) {
    NonLinearConjugateGradientOptimizer optimizer =
        new NonLinearConjugateGradientOptimizer(
            Formula.POLAK_RIBIERE,
            new SimpleValueChecker(RELATIVE, ABSOLUTE),
            LINE_RELATIVE,
            LINE_ABSOLUTE,
            LINE_FIRST);
    try {
      var best =
          optimizer.optimize(
              new MaxEval(STEPS * 20),
              new MaxIter(STEPS),
              new ObjectiveFunction(hill::height),
              new ObjectiveFunctionGradient(hill::slope),
              GoalType.MAXIMIZE,
              new InitialGuess(start));
      List<Double> point = Arrays.stream(best.getPoint()).boxed().toList();
      return new Search.Result.Found(point, best.getValue());
    } catch (MathRuntimeException failure) {
      return new Search.Result.GaveUp(String.valueOf(failure.getMessage()));
    }
  }
}
