package io.amends.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process occupies in the machine's memory, in KiB.
 *
 * @param resident all its resident pages (RSS)
 * @param share its own pages and its share of those that several use (PSS)
 */
public record Memory(long resident, long share) {

  public static final Memory NONE = new Memory(0, 0);

  /** As the system says now; {@link #NONE} if the process is gone. */
  public static Memory of(long pid) {
    Path rollup = Path.of("/proc/" + pid + "/smaps_rollup");
    try {
      return Files.isReadable(rollup) ? ofLinux(rollup) : ofPosix(pid);
    } catch (IOException _) {
      return NONE;
    }
  }

  /** Its resident pages in MiB. */
  public double residentMebibytes() {
    return resident / 1024.0;
  }

  public Memory plus(Memory other) {
    return new Memory(resident + other.resident, share + other.share);
  }

  private static Memory ofLinux(Path rollup) throws IOException {
    long resident = 0;
    long share = 0;
    for (String line : Files.readAllLines(rollup)) {
      if (line.startsWith("Rss:")) {
        resident = kibibytes(line);
      } else if (line.startsWith("Pss:")) {
        share = kibibytes(line);
      }
    }
    return new Memory(resident, share);
  }

  private static Memory ofPosix(long pid) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    try (Stream<String> lines = ps.inputReader(StandardCharsets.UTF_8).lines()) {
      long resident = lines.mapToLong(Memory::kibibytes).sum();
      return new Memory(resident, resident);
    }
  }

  private static long kibibytes(String line) {
    return Long.parseLong(line.replaceAll("\\D", ""));
  }
}
