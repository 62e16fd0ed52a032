package io.amends.local.command;

import io.amends.local.stack.StackFailure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Measurements. They are not the launcher's work: {@code ./amends} hands them to the module {@code
 * benchmarks}, which runs them in a process of its own. Here they have their place in the help.
 */
@Command(
    name = "bench",
    description = "Measures; ./amends bench --help tells what.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

  @Parameters(hidden = true)
  private List<String> ignored = List.of();

  @Override
  public Integer call() {
    throw new StackFailure("Expected to be asked for %s as ./amends bench".formatted(ignored));
  }
}
