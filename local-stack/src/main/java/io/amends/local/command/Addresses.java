package io.amends.local.command;

import io.amends.local.program.Ports;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Where people and systems find what runs. */
final class Addresses {

  private Addresses() {}

  /** A line per address, of what runs. */
  static List<String> of(Ports ports, Collection<String> programs) {
    List<String> lines = new ArrayList<>();
    add(lines, programs, Ports.DESK, "work list", ports.url(Ports.DESK) + "/today");
    add(lines, programs, Ports.INTAKE, "complaints come in", ports.url(Ports.INTAKE));
    add(lines, programs, Ports.ORCHESTRATOR, "recovery cases", ports.url(Ports.ORCHESTRATOR));
    add(lines, programs, Ports.SCORER, "switching risk", ports.url(Ports.SCORER));
    add(lines, programs, Ports.NOTIFICATION, "messages", ports.url(Ports.NOTIFICATION));
    String identity = ports.url(Ports.IDENTITY);
    add(lines, programs, Ports.IDENTITY, "mails as they arrive", identity + "/mails");
    add(lines, programs, Ports.IDENTITY, "OpenID provider", identity);
    add(lines, programs, Ports.IDENTITY, "SMTP", "localhost:" + ports.of(Ports.SMTP));
    add(lines, programs, Ports.IDENTITY, "IMAP", "localhost:" + ports.of(Ports.IMAP));
    add(lines, programs, Ports.BROKER, "Kafka", "localhost:" + ports.of(Ports.BROKER));
    return lines;
  }

  private static void add(
      List<String> lines, Collection<String> programs, String program, String what, String where) {
    if (programs.contains(program)) {
      lines.add("  %-22s %s".formatted(what, where));
    }
  }
}
