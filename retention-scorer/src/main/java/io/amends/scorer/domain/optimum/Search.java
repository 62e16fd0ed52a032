package io.amends.scorer.domain.optimum;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * Where a function of a few variables is greatest, by Powell's BOBYQA, which needs no derivatives.
 *
 * @param variables where each begins and between what it stays; at least two
 * @param firstStep how far the search looks at first
 * @param precision how finely it ends
 * @param evaluations how often it may ask before it gives up
 */
public record Search(
    List<Variable> variables, double firstStep, double precision, int evaluations) {

  public Search {
    variables = List.copyOf(variables);
  }

  public record Variable(double start, double from, double to) {

    public Variable {
      start = Math.clamp(start, from, to);
    }
  }

  /** What a search comes to. */
  public sealed interface Result {

    record Found(List<Double> point, double value) implements Result {}

    record GaveUp(String why) implements Result {}
  }

  public Result greatest(ToDoubleFunction<double[]> function) {
    BOBYQAOptimizer optimizer = new BOBYQAOptimizer(2 * variables.size() + 1, firstStep, precision);
    try {
      PointValuePair best =
          optimizer.optimize(
              new MaxEval(evaluations),
              new ObjectiveFunction(point -> finite(function.applyAsDouble(point))),
              GoalType.MAXIMIZE,
              new InitialGuess(each(Variable::start)),
              new SimpleBounds(each(Variable::from), each(Variable::to)));
      return new Result.Found(Arrays.stream(best.getPoint()).boxed().toList(), best.getValue());
    } catch (MathRuntimeException failure) {
      return new Result.GaveUp(String.valueOf(failure.getMessage()));
    }
  }

  /** BOBYQA compares values, and nothing compares with a NaN. */
  private static double finite(double value) {
    return Double.isNaN(value) ? -Double.MAX_VALUE : value;
  }

  private double[] each(ToDoubleFunction<Variable> what) {
    return variables.stream().mapToDouble(what).toArray();
  }
}
