package io.amends.local.door;

import io.amends.local.stack.StackFailure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows that did not get in: each as it was, below a note that says why, so that they can
 * be mended in place and the file imported as it is. There is no file if there is no such row.
 */
final class RefusedFile implements AutoCloseable {

  private final Path path;
  private final @Nullable String header;
  private @Nullable BufferedWriter out;

  /**
   * Prepares it.
   *
   * @param header the line with the columns' names; null: the rows have none
   */
  RefusedFile(Path path, @Nullable String header) {
    this.path = path;
    this.header = header;
  }

  synchronized void add(Row row, List<String> reasons) {
    try {
      BufferedWriter writer = out == null ? begun() : out;
      for (String reason : reasons) {
        writer.write("# line %d: %s\n".formatted(row.number(), reason));
      }
      writer.write(row.original());
      writer.write('\n');
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  private BufferedWriter begun() throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(path);
    out = writer;
    if (header != null) {
      writer.write(header);
      writer.write('\n');
    }
    return writer;
  }

  private StackFailure unwritable(IOException failure) {
    return new StackFailure("Expected to write %s, but: %s".formatted(path, failure), failure);
  }

  @Override
  public synchronized void close() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }
}
