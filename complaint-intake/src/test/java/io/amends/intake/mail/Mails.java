package io.amends.intake.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mails of the tests, written as they lie on a server. */
final class Mails {

  static final String HOUR = "Sat, 20 Feb 2027 07:00:10 +0000";

  private Mails() {}

  /** The mailbox of one hotel, on a server of this machine. */
  static Mailbox quay(int port) {
    return new Mailbox(
        "quay",
        new Mailbox.Server("127.0.0.1", port, Mailbox.Tls.NONE, "quay", "secret"),
        "INBOX",
        "Aside",
        Hotels.of(List.of(), "SYD-QUAY"),
        false,
        false,
        Set.of("Desk@Quay.Example"),
        100_000,
        Duration.ofSeconds(1));
  }

  /** The same as the general manager's. */
  static Mailbox generalManagers() {
    Mailbox quay = quay(0);
    return new Mailbox(
        "gm",
        quay.server(),
        quay.folder(),
        quay.aside(),
        quay.hotels(),
        true,
        true,
        quay.ownAddresses(),
        quay.largest(),
        quay.every());
  }

  static byte[] raw(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A plain one. */
  static byte[] plain(String id, Map<String, String> more, String text) {
    StringBuilder mail = new StringBuilder();
    mail.append("Message-ID: <").append(id).append("@guest.example>\n");
    mail.append("From: Li Wei <li.wei@guest.example>\nTo: care@quay.example\n");
    mail.append("Date: ").append(HOUR).append("\nSubject: Room 311\n");
    mail.append("MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n");
    more.forEach((name, value) -> mail.append(name).append(": ").append(value).append('\n'));
    return raw(mail.append('\n').append(text).append('\n').toString());
  }
}
