package io.amends.local.command;

import io.amends.local.stack.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Runs a command line: what a person can mend is one line, a fault of ours has its trace. */
public final class Execution {

  private Execution() {}

  /** Returns the exit value: 0 it is done, 1 it could not be done, 2 it was not understood. */
  public static int of(Object command, String... arguments) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Execution::explain)
        .execute(arguments);
  }

  private static int explain(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failure instanceof StackFailure) {
      command.getErr().println(failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }
}
