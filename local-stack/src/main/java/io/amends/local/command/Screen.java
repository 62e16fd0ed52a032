package io.amends.local.command;

import io.amends.local.stack.StackEvent;
import io.amends.local.stack.StackEvent.Died;
import io.amends.local.stack.StackEvent.GivenUp;
import io.amends.local.stack.StackEvent.Ready;
import io.amends.local.stack.StackEvent.Starting;
import io.amends.local.stack.StackEvent.Stopped;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells a person what the processes do, a line each.
 *
 * <p>On a terminal the line of a process that starts is rewritten when it is ready; elsewhere there
 * is one line more.
 */
public final class Screen implements Consumer<StackEvent> {

  private final PrintStream out;
  private final boolean terminal;

  /** The programs whose lines are the last on the terminal, top down; empty if others follow. */
  private final List<String> board = new ArrayList<>();

  Screen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A screen on the standard output of this process. */
  public static Screen ofThisProcess() {
    return new Screen(System.out, isTerminal());
  }

  /** Whether a person looks at a terminal that can rewrite a line. */
  static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
        && !"dumb".equals(System.getenv("TERM"));
  }

  /** A duration as people read it. */
  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  /** A line of its own. */
  public synchronized void line(String text) {
    board.clear();
    out.println(text);
  }

  @Override
  public synchronized void accept(StackEvent event) {
    switch (event) {
      case Starting(var program, _) -> tell(program, "starting");
      case Ready(var program, var pid, var took) ->
          tell(program, "ready in %s (pid %d)".formatted(seconds(took), pid));
      case Died(var program, var exit) ->
          line("  %-22s died (exit value %d): starting it again".formatted(program, exit));
      case GivenUp(var program, var why, var lastLines, var log) -> {
        line("  %-22s %s; the last lines of %s:".formatted(program, why, log));
        lastLines.forEach(last -> line("    " + last));
      }
      case Stopped(var program, var took) ->
          line("  %-22s stopped in %s".formatted(program, seconds(took)));
    }
  }

  /** The stack was asked to stop. */
  synchronized void stopping() {
    board.clear();
    out.println();
    out.println("Stopping");
  }

  private void tell(String program, String state) {
    String line = "  %-22s %s".formatted(program, state);
    int row = board.indexOf(program);
    if (terminal && row >= 0) {
      int up = board.size() - row;
      out.print("\033[%dA\033[2K%s\r\033[%dB".formatted(up, line, up));
      out.flush();
      return;
    }
    out.println(line);
    board.add(program);
  }
}
