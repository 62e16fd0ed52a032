package io.amends.notification.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** A mail server that answers each mail as it is told to, and then as it was told for the next. */
final class Scripted implements AutoCloseable {

  /** What it does with one mail. */
  enum Answer {
    TAKE,
    TAKE_AND_HANG_UP,
    BUSY,
    REFUSE,
    VANISH_BEFORE_WORDS,
    VANISH_AFTER_WORDS
  }

  private final ServerSocket listener;
  private final Deque<Answer> script;

  Scripted(Answer... script) {
    this.script = new ArrayDeque<>(List.of(script));
    try {
      listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        talk(client);
      } catch (IOException _) {
        // the client or the test has gone
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
    out.print("220 here\r\n");
    out.flush();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
      Answer answer = script.isEmpty() ? Answer.TAKE : script.getFirst();
      if (verb.equals("MAIL") && answer == Answer.VANISH_BEFORE_WORDS) {
        return;
      }
      String reply = verb.equals("DATA") ? words(in, out) : reply(verb, answer);
      if (reply.isEmpty()) {
        return;
      }
      out.print(reply + "\r\n");
      out.flush();
      if (verb.equals("DATA") && answer == Answer.TAKE_AND_HANG_UP) {
        return;
      }
    }
  }

  private String reply(String verb, Answer answer) {
    if (!verb.equals("RCPT")) {
      return "250 ok";
    }
    return switch (answer) {
      case BUSY -> next("450 later");
      case REFUSE -> next("550 never");
      case TAKE, TAKE_AND_HANG_UP, VANISH_BEFORE_WORDS, VANISH_AFTER_WORDS -> "250 ok";
    };
  }

  /** Takes the words; empty: and goes. */
  private String words(BufferedReader in, PrintWriter out) throws IOException {
    out.print("354 go on\r\n");
    out.flush();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      // they are of no interest
    }
    Answer answer = script.isEmpty() ? Answer.TAKE : script.getFirst();
    return next(answer == Answer.VANISH_AFTER_WORDS ? "" : "250 taken");
  }

  private String next(String reply) {
    script.pollFirst();
    return reply;
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
