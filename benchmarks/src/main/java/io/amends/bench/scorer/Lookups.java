package io.amends.bench.scorer;

import io.amends.bench.figures.Percentiles;
import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Asks for guests' risks over HTTP, so many a second, one after the other. */
final class Lookups implements AutoCloseable {

  private static final int A_SECOND = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String scorer;
  private final String token;
  private final int guests;
  private final Random random = new Random(7);
  private final Percentiles micros = new Percentiles();

  Lookups(String scorer, String token, int guests) {
    this.scorer = scorer;
    this.token = token;
    this.guests = guests;
  }

  /** Asks for so long; late questions count from when they should have been asked. */
  void ask(Duration how) {
    long begin = System.nanoTime();
    int all = (int) (how.toSeconds() * A_SECOND);
    for (int i = 0; i < all; i++) {
      long due = begin + i * (1_000_000_000L / A_SECOND);
      LockSupport.parkNanos(due - System.nanoTime());
      one("G-" + random.nextInt(guests));
      micros.add((System.nanoTime() - Math.min(due, System.nanoTime())) / 1_000);
    }
  }

  /** From when each was due to its answer, in microseconds. */
  Percentiles micros() {
    return micros;
  }

  private void one(String guest) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(scorer + "/guests/" + guest + "/risk"))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new StackFailure("the risk of %s: answered %d".formatted(guest, status));
      }
    } catch (IOException failure) {
      throw new StackFailure("the risk of %s: no answer".formatted(guest), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
