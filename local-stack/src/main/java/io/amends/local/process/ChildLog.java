package io.amends.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process has printed since it was started. */
public final class ChildLog {

  /** Enough for a stack trace and its cause. */
  private static final int LOOK_BACK = 64 * 1024;

  private final Path file;
  private final long start;

  private ChildLog(Path file, long start) {
    this.file = file;
    this.start = start;
  }

  static ChildLog fromHere(Path file) throws IOException {
    return new ChildLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  public Path file() {
    return file;
  }

  /** The newest lines, oldest first; empty if it has printed none, or they cannot be read. */
  public List<String> lastLines(int count) {
    try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(start, reader.length() - LOOK_BACK);
      byte[] newest = new byte[(int) Math.max(0, reader.length() - from)];
      reader.seek(from);
      reader.readFully(newest);
      List<String> lines = new String(newest, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException _) {
      return List.of();
    }
  }
}
