package io.amends.local.command;

import io.amends.local.stack.StackFailure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What is not the launcher's work: {@code ./amends} hands it to another module, which runs it in a
 * process of its own. Here it has its place in the help.
 */
abstract sealed class ElsewhereCommand implements Callable<Integer>
    permits BacktestCommand, BenchCommand, ClassifyCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(hidden = true)
  private List<String> ignored = List.of();

  @Override
  public Integer call() {
    throw new StackFailure(
        "Expected to be asked for %s as ./amends %s".formatted(ignored, spec.name()));
  }
}
