package io.amends.bench.intake;

import java.io.IOException;
import java.net.URI;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** Connections that wait for a request; more are opened while none does, up to a number. */
final class Connections implements AutoCloseable {

  private final URI address;
  private final Semaphore places;
  private final Deque<Connection> waiting = new ConcurrentLinkedDeque<>();

  Connections(URI address, int most) {
    this.address = address;
    places = new Semaphore(most);
  }

  /**
   * Sends one request over a connection that is free, when one is.
   *
   * @throws IOException if there is no answer
   */
  Connection.Answer exchange(byte[] request) throws IOException, InterruptedException {
    places.acquire();
    try {
      Connection free = waiting.pollFirst();
      Connection used = free == null ? new Connection(address) : free;
      try {
        Connection.Answer answer = used.exchange(request);
        waiting.addFirst(used);
        return answer;
      } catch (IOException | RuntimeException failure) {
        used.close();
        throw failure;
      }
    } finally {
      places.release();
    }
  }

  @Override
  public void close() throws IOException {
    for (Connection each = waiting.poll(); each != null; each = waiting.poll()) {
      each.close();
    }
  }
}
