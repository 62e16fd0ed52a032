package io.amends.bench.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The machine that was measured on, since a figure means nothing without it. */
public final class Machine {

  private static final String MODEL = "model name";
  private static final String MEMORY = "MemTotal";

  private Machine() {}

  /** One line: processor, cores, memory, system, JVM, and how busy it is now. */
  public static String description() {
    return "%s, %d cores, %s, %s %s, Java %s, load average %s"
        .formatted(
            valueOf("/proc/cpuinfo", MODEL, System.getProperty("os.arch")),
            Runtime.getRuntime().availableProcessors(),
            valueOf("/proc/meminfo", MEMORY, "memory unknown"),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.runtime.version"),
            loadAverage());
  }

  /** Over one, five and fifteen minutes, as the system says. */
  private static String loadAverage() {
    try {
      String[] words = Files.readString(Path.of("/proc/loadavg")).split(" ", 4);
      return String.join(" ", words[0], words[1], words[2]);
    } catch (IOException _) {
      return "unknown";
    }
  }

  private static String valueOf(String file, String field, String otherwise) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(field))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException _) {
      return otherwise;
    }
  }
}
