package io.amends.local.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks SMTP by hand, so that no mail library of ours stands between test and server. */
final class Smtp {

  private Smtp() {}

  /** Hands one mail over, header and body as they are given. */
  static void send(int port, String to, String mail) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.setSoTimeout(30_000);
      expect(answers, "220");
      say(socket, answers, "HELO test", "250");
      say(socket, answers, "MAIL FROM:<hotel@example.org>", "250");
      say(socket, answers, "RCPT TO:<%s>".formatted(to), "250");
      say(socket, answers, "DATA", "354");
      say(socket, answers, mail.replace("\n", "\r\n") + "\r\n.", "250");
      say(socket, answers, "QUIT", "221");
    }
  }

  private static void say(Socket socket, BufferedReader answers, String line, String expected)
      throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    expect(answers, expected);
  }

  private static void expect(BufferedReader answers, String expected) throws IOException {
    String answer = answers.readLine();
    if (answer == null || !answer.startsWith(expected)) {
      throw new IOException("answer: %s (expected: %s)".formatted(answer, expected));
    }
  }
}
