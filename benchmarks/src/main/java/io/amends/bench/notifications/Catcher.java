package io.amends.bench.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that delivers nothing and forgets nothing: how often each Message-ID came. It
 * keeps no words, so a million mails fit, and it outlives every crash of the sender.
 */
final class Catcher implements AutoCloseable {

  private static final int BACKLOG = 100;
  private static final String ID = "message-id:";

  private final ServerSocket server;
  private final Map<String, Integer> byId = new ConcurrentHashMap<>();
  private final Map<String, Long> arrived = new ConcurrentHashMap<>();
  private final AtomicLong all = new AtomicLong();
  private volatile boolean open = true;

  /** Listens on a free port. */
  Catcher() {
    try {
      server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofPlatform().name("catcher").daemon().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How many mails were accepted. */
  long count() {
    return all.get();
  }

  /** How often this one came. */
  int count(String messageId) {
    return byId.getOrDefault(messageId, 0);
  }

  /** When it was accepted first, as {@link System#nanoTime} has it; null: never. */
  @Nullable Long arrivedAt(String messageId) {
    return arrived.get(messageId);
  }

  private void accept() {
    while (open) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        // closed, or a client that went before it was greeted
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = client.getOutputStream()) {
      client.setTcpNoDelay(true);
      say(out, "220 catcher");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.toUpperCase(Locale.ROOT);
        if (verb.startsWith("DATA")) {
          say(out, "354 go on");
          if (!take(in)) {
            return; // it died in the middle: nothing was accepted
          }
          say(out, "250 taken");
        } else if (verb.startsWith("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          say(out, "250 catcher");
        }
      }
    } catch (IOException _) {
      // the sender was killed
    }
  }

  /** Whether a whole mail came. */
  private boolean take(BufferedReader in) throws IOException {
    String id = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        accepted(id);
        return true;
      }
      if (id.isEmpty() && line.toLowerCase(Locale.ROOT).startsWith(ID)) {
        id = line.substring(ID.length()).strip();
        id = id.isEmpty() ? in.readLine().strip() : id; // folded
      }
    }
    return false;
  }

  private void accepted(String id) {
    arrived.putIfAbsent(id, System.nanoTime());
    byId.merge(id, 1, Integer::sum);
    all.incrementAndGet();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() {
    open = false;
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
