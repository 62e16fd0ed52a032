package io.amends.local.door;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows how far an import is: one line that is rewritten on a terminal, elsewhere ten lines. */
public final class ProgressBar {

  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean terminal;
  private final long begin = System.nanoTime();
  private double share;
  private int tenths;
  private @Nullable String last;

  public ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Batches end in any order; the bar never goes back. */
  public synchronized void show(FileImport.Progress progress) {
    share = Math.max(share, progress.share());
    String line =
        "  [%s%s] %3d %%  %,9d rows  %,7.0f/s"
            .formatted(
                "=".repeat((int) (share * WIDTH)),
                " ".repeat(WIDTH - (int) (share * WIDTH)),
                (int) (share * 100),
                progress.rows(),
                rate(progress.rows()));
    if (terminal) {
      out.print("\r\033[2K" + line);
      out.flush();
      last = line;
    } else if ((int) (share * 10) > tenths) {
      tenths = (int) (share * 10);
      out.println(line);
    }
  }

  /** Ends the line. */
  public synchronized void end() {
    if (last != null) {
      out.println();
    }
  }

  public Duration took() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Rows a second since it began. */
  public double rate(long rows) {
    return rows / Math.max(0.001, took().toMillis() / 1000.0);
  }

  /** A number as the bar writes it. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
