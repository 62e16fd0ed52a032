package io.amends.bench.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Complaints over HTTP. At a pace, each is due at its time whatever became of the ones before, and
 * waits from then on; else as fast as they are answered.
 */
final class HttpLoad {

  /** How often another endpoint is asked meanwhile. */
  private static final long ELSEWHERE_EVERY = 20_000_000;

  private static final String ID = "\"complaintId\":\"";

  private final Order order;
  private final URI address;
  private final Complaints complaints = new Complaints();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Tally tally;

  HttpLoad(Order order) {
    this.order = order;
    address = URI.create(order.address());
    tally = new Tally(order.warmSeconds(), order.seconds());
  }

  /** Returns when all that was sent was answered, or will not be. */
  Outcome run() throws IOException, InterruptedException {
    try (Connections connections = new Connections(address, order.connections())) {
      Thread elsewhere = Thread.ofPlatform().name("elsewhere").start(this::askElsewhere);
      for (Thread each : order.perSecond() == 0 ? inTurns(connections) : paced(connections)) {
        each.join();
      }
      elsewhere.join();
    }
    return tally.outcome();
  }

  /** The ids of what was acknowledged. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  private List<Thread> inTurns(Connections connections) {
    AtomicLong next = new AtomicLong();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < order.connections(); i++) {
      senders.add(
          Thread.startVirtualThread(
              () -> {
                while (System.nanoTime() - tally.end() < 0) {
                  send(connections, next.getAndIncrement(), System.nanoTime());
                }
              }));
    }
    return senders;
  }

  private List<Thread> paced(Connections connections) {
    List<Thread> sent = new ArrayList<>();
    long all = (long) ((order.warmSeconds() + order.seconds()) * order.perSecond());
    for (long i = 0; i < all; i++) {
      long number = i;
      long due = tally.begin() + (long) (i * 1e9 / order.perSecond());
      while (due - System.nanoTime() > 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      sent.add(Thread.startVirtualThread(() -> send(connections, number, due)));
    }
    return sent;
  }

  private void send(Connections connections, long number, long due) {
    try {
      Connection.Answer answer = connections.exchange(request(number));
      tally.answered(due, answer.status());
      if (answer.status() == Outcome.ACCEPTED && order.acknowledged() != null) {
        int from = answer.body().indexOf(ID) + ID.length();
        acknowledged.add(answer.body().substring(from, answer.body().indexOf('"', from)));
      }
    } catch (IOException _) {
      tally.lost(due);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] request(long number) {
    byte[] body = complaints.body(number);
    String head =
        "POST /complaints HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer "
            + order.tokens().get((int) (number % order.tokens().size()))
            + "\r\nIdempotency-Key: "
            + order.run()
            + '-'
            + number
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
    request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    return request.toByteArray();
  }

  /** Whoever looks whether the service is alive has nothing to do with complaints. */
  private void askElsewhere() {
    byte[] request =
        "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    try (Connection connection = new Connection(address)) {
      for (long due = tally.begin(); due - tally.end() < 0; due += ELSEWHERE_EVERY) {
        LockSupport.parkNanos(due - System.nanoTime());
        Connection.Answer answer = connection.exchange(request);
        if (answer.status() != 200) {
          throw new IOException("liveness: %d (expected: 200)".formatted(answer.status()));
        }
        tally.elsewhere(due);
      }
    } catch (IOException failure) {
      tally.elsewhere(tally.begin() + order.warmSeconds() * 1_000_000_000L); // no answer at all
    }
  }
}
