package io.amends.bench.notifications;

import io.amends.local.stack.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Mails without any rule or words, over as many connections as the service has. */
final class BareMails {

  private static final int CONNECTIONS = 4;

  /** As a question to a guest is, in text and HTML. */
  private static final int LINES = 40;

  private static final String LINE = "x".repeat(72);
  private static final Duration HOW_LONG = Duration.ofSeconds(3);

  private BareMails() {}

  /** Mails a second that the catcher accepts at best. */
  static double perSecond(Catcher catcher) {
    long before = catcher.count();
    long begin = System.nanoTime();
    long end = begin + HOW_LONG.toNanos();
    List<Future<Integer>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        String name = "bare-" + i;
        running.add(threads.submit(() -> send(catcher.port(), name, end)));
      }
      for (Future<Integer> one : running) {
        int _ = one.get();
      }
    } catch (ExecutionException failure) {
      throw new StackFailure("Expected the catcher to take mails", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", interrupted);
    }
    return (catcher.count() - before) * 1e9 / (System.nanoTime() - begin);
  }

  private static int send(int port, String name, long end) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream()) {
      socket.setTcpNoDelay(true);
      answer(in);
      int sent = 0;
      for (; System.nanoTime() < end; sent++) {
        ask(in, out, "MAIL FROM:<bench@bench.example>");
        ask(in, out, "RCPT TO:<guest@bench.example>");
        ask(in, out, "DATA");
        ask(in, out, "Message-ID: <%s.%d@bench>\r\n\r\n%s.".formatted(name, sent, words()));
      }
      ask(in, out, "QUIT");
      return sent;
    }
  }

  private static String words() {
    return (LINE + "\r\n").repeat(LINES);
  }

  private static void ask(BufferedReader in, OutputStream out, String words) throws IOException {
    out.write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    answer(in);
  }

  private static void answer(BufferedReader in) throws IOException {
    if (in.readLine() == null) {
      throw new IOException("the catcher hung up (expected: an answer)");
    }
  }
}
