package io.amends.local.command;

import io.amends.local.stack.StackFailure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * A chain's own past is judged by the scorer's code: {@code ./amends} hands it to the module {@code
 * retention-scorer}. Here it has its place in the help.
 */
@Command(
    name = "backtest",
    description = "How good the risk would have been on a chain's own past.",
    mixinStandardHelpOptions = true)
public final class BacktestCommand implements Callable<Integer> {

  @Parameters(hidden = true)
  private List<String> ignored = List.of();

  @Override
  public Integer call() {
    throw new StackFailure("Expected to be asked for %s as ./amends backtest".formatted(ignored));
  }
}
