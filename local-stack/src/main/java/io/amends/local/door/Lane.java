package io.amends.local.door;

import io.amends.kit.events.Json;
import io.amends.local.stack.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One of the few ways by which a file's rows go in at once. All rows of a guest go one way and its
 * batches go one after the other, so that they arrive in the file's order.
 */
final class Lane {

  /** Rows; ours: enough to hide the time of a commit. */
  private static final int BATCH = 500;

  private final ExecutorService threads;
  private final Upload upload;
  private List<Row> waiting = new ArrayList<>();
  private Future<?> underWay = CompletableFuture.completedFuture(null);

  Lane(ExecutorService threads, Upload upload) {
    this.threads = threads;
    this.upload = upload;
  }

  /** What is done with a batch. */
  interface Upload {
    void send(List<Row> rows) throws InterruptedException;
  }

  /** Which of some lanes a row takes, from 0: its guest's, else its id's, so that repeats meet. */
  static int of(Row row, int lanes) {
    String any = Long.toString(row.number());
    String way;
    try {
      JsonNode body = Json.mapper().readTree(row.json());
      way = body.path("guestId").asString(body.path("id").asString(any));
    } catch (JacksonException unreadable) {
      way = any; // the door says what is wrong with it
    }
    return Math.floorMod(way.hashCode(), lanes);
  }

  /**
   * Takes a row; waits while a full batch waits behind one that is under way.
   *
   * @throws StackFailure if a batch can't be sent
   */
  void add(Row row) throws InterruptedException {
    waiting.add(row);
    if (waiting.size() == BATCH) {
      send();
    }
  }

  /** Sends what waits, and returns when all was taken. */
  void end() throws InterruptedException {
    if (!waiting.isEmpty()) {
      send();
    }
    await();
  }

  private void send() throws InterruptedException {
    await();
    List<Row> batch = waiting;
    waiting = new ArrayList<>();
    Callable<Void> sending =
        () -> {
          upload.send(batch);
          return null;
        };
    underWay = threads.submit(sending);
  }

  private void await() throws InterruptedException {
    try {
      underWay.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof StackFailure told) {
        throw told;
      }
      throw new IllegalStateException(failure.getCause());
    }
  }
}
