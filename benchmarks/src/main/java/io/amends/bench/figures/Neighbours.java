package io.amends.bench.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of the machine others took while it was measured: other processes, and whoever shares
 * the hardware below a virtual machine. Without {@code /proc} it is not known, and NaN.
 */
public final class Neighbours {

  private static final Path SYSTEM = Path.of("/proc/stat");
  private static final Path SELF = Path.of("/proc/self/stat");

  /** Clock ticks a second, which Linux has promised to programs for ever. */
  private static final double HERTZ = 100;

  private static final List<Integer> BUSY = List.of(0, 1, 2, 5, 6, 7); // not idle, not waiting

  private final long began = System.nanoTime();
  private final double busyBefore = busySeconds();
  private final double oursBefore = oursSeconds();

  /** From 0 to 100, since this object was made. */
  public double percent() {
    double passed = (System.nanoTime() - began) / 1e9;
    double capacity = passed * Runtime.getRuntime().availableProcessors();
    double others = (busySeconds() - busyBefore) - (oursSeconds() - oursBefore);
    return Math.clamp(100 * others / capacity, 0, 100);
  }

  private static double busySeconds() {
    if (!Files.exists(SYSTEM)) {
      return Double.NaN;
    }
    String[] all = firstLine(SYSTEM).substring("cpu".length()).strip().split(" ", -1);
    return BUSY.stream().mapToLong(field -> Long.parseLong(all[field])).sum() / HERTZ;
  }

  /** This process, what it has started, and what of that has ended. */
  private static double oursSeconds() {
    if (!Files.exists(SELF)) {
      return Double.NaN;
    }
    ProcessHandle self = ProcessHandle.current();
    double alive =
        Stream.concat(Stream.of(self), self.descendants())
            .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
            .mapToDouble(spent -> spent.toNanos() / 1e9)
            .sum();
    return alive + endedSeconds();
  }

  private static double endedSeconds() {
    String line = firstLine(SELF);
    String[] afterName = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    int childrensUserTime = 13;
    return Arrays.stream(afterName, childrensUserTime, childrensUserTime + 2)
            .mapToLong(Long::parseLong)
            .sum()
        / HERTZ;
  }

  private static String firstLine(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
