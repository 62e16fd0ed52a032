package io.amends.local.door;

import io.amends.contracts.topics.InboundKind;
import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends a file through the front door in batches, a few at once, and keeps what is refused. Rows
 * have ids, so that the same file, or what an interrupted import left, can be sent again.
 */
public final class FileImport {

  /** Ours: the door has some 500 lines of a request under way, the pipeline's bound is 1,000. */
  private static final int LANES = 3;

  private final Door door;
  private final InboundKind kind;
  private final Path path;
  private final @Nullable Shift shift;

  private FileImport(Door door, InboundKind kind, Path path, @Nullable Shift shift) {
    this.door = door;
    this.kind = kind;
    this.path = path;
    this.shift = shift;
  }

  /** As history: no clock, no message, no alert. */
  public static FileImport asHistory(Door door, InboundKind kind, Path path) {
    return new FileImport(door, kind, path, null);
  }

  /**
   * As if the newest of it happened now.
   *
   * @throws StackFailure if there is no time in it
   */
  public static FileImport live(Door door, InboundKind kind, Path path, Instant now) {
    return new FileImport(door, kind, path, Shift.of(path, kind, now));
  }

  /** How many guests the file names or gives an address of; 0 if it comes as history. */
  public int guests() {
    return shift == null ? 0 : shift.guests();
  }

  /** By how much its times are shifted; zero if it comes as history. */
  public Duration shiftedBy() {
    return shift == null ? Duration.ZERO : shift.by();
  }

  /**
   * How far it is.
   *
   * @param share of the file's bytes that are done, from 0 to 1
   */
  public record Progress(double share, long rows) {}

  /**
   * Does it.
   *
   * @param refused where the rows go that did not get in
   * @param progress told after every batch
   * @throws StackFailure if the file cannot be read, or nobody lets us in
   */
  public Tally.Figures run(Path refused, Consumer<Progress> progress) throws InterruptedException {
    Tally tally = new Tally();
    try (Rows rows = Rows.of(path, kind);
        RefusedFile rest = new RefusedFile(refused, rows.header());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      BatchUpload upload = new BatchUpload(door, kind, shift == null, tally, rest);
      double size = Math.max(1, Files.size(path));
      Lane.Upload told =
          batch -> {
            upload.send(batch);
            double share = Math.min(1, batch.getLast().end() / size);
            progress.accept(new Progress(share, tally.rows()));
          };
      List<Lane> lanes = Stream.generate(() -> new Lane(threads, told)).limit(LANES).toList();
      for (Row row = rows.next(); row != null; row = rows.next()) {
        lanes.get(Lane.of(row, LANES)).add(shift == null ? row : shift.moved(row));
      }
      for (Lane lane : lanes) {
        lane.end();
      }
    } catch (IOException failure) {
      throw new StackFailure("Expected to read %s, but: %s".formatted(path, failure), failure);
    }
    return tally.figures();
  }
}
