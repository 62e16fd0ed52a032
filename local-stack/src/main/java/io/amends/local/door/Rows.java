package io.amends.local.door;

import io.amends.contracts.topics.InboundKind;
import io.amends.local.stack.StackFailure;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file row by row, in bounded memory: NDJSON, or CSV if it is named so. Lines that begin
 * with {@code #} are notes, such as the file of what was refused has them.
 */
final class Rows implements AutoCloseable {

  private static final String NOTE = "#";
  private static final char MARK = '\ufeff';

  private final Path path;
  private final InputStream in;
  private final @Nullable CsvHeader header;
  private long line;
  private long read;

  private Rows(Path path, InputStream in, InboundKind kind) throws IOException {
    this.path = path;
    this.in = in;
    this.header = isCsv(path) ? CsvHeader.of(headerLine(), kind) : null;
  }

  /**
   * Opens a file.
   *
   * @throws StackFailure if it cannot be read, or is CSV with columns that nobody knows
   */
  static Rows of(Path path, InboundKind kind) {
    try {
      return new Rows(path, new BufferedInputStream(Files.newInputStream(path), 1 << 16), kind);
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  static boolean isCsv(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private String headerLine() throws IOException {
    String first = nextLine();
    return first == null ? "" : first;
  }

  /** The line with the columns' names; null if the file has none. */
  @Nullable String header() {
    return header == null ? null : header.line();
  }

  /** The next row; null after the last. */
  @Nullable Row next() {
    try {
      String text = nextLine();
      while (text != null && (text.isBlank() || text.startsWith(NOTE))) {
        text = nextLine();
      }
      return text == null ? null : row(text);
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  private Row row(String text) throws IOException {
    if (header == null) {
      return new Row(line, text, text, read);
    }
    long first = line;
    StringBuilder whole = new StringBuilder(text);
    while (!CsvHeader.isWhole(whole)) {
      String more = nextLine();
      if (more == null) {
        break; // a quote that is never closed: the door says what is wrong
      }
      whole.append('\n').append(more);
    }
    String record = whole.toString();
    return new Row(first, record, header.json(record), read);
  }

  private @Nullable String nextLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      bytes.write(next);
      read++;
      next = in.read();
    }
    read++;
    line++;
    String text = bytes.toString(StandardCharsets.UTF_8);
    if (line == 1 && !text.isEmpty() && text.charAt(0) == MARK) {
      text = text.substring(1);
    }
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static StackFailure unreadable(Path path, IOException failure) {
    return new StackFailure("Expected to read %s, but: %s".formatted(path, failure), failure);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }
}
