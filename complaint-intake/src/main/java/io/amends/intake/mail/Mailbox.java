package io.amends.intake.mail;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A mailbox that is read.
 *
 * @param name ours; part of the identity of every mail in it, so it is never changed
 * @param folder that is read
 * @param aside the folder for what can't be taken
 * @param generalManager whether it is the general manager's: what comes in there is for no
 *     department
 * @param confidential whether only those may see its cases who may see sensitive ones
 * @param ownAddresses from which only our own mails come, and those of other programs of the house
 * @param largest mail that is read, in bytes
 * @param every pause between two rounds, real time
 */
public record Mailbox(
    String name,
    Server server,
    String folder,
    String aside,
    Hotels hotels,
    boolean generalManager,
    boolean confidential,
    Set<String> ownAddresses,
    int largest,
    Duration every) {

  /** How the line to the server is kept secret. */
  public enum Tls {
    /** From the first byte, usually port 993. */
    IMPLICIT,
    /** Asked for on an open line before anything else is said, usually port 143. */
    STARTTLS,
    /** Not at all: for a server on this machine. */
    NONE
  }

  /**
   * Where it lies and who opens it.
   *
   * @param port 0: the usual one
   */
  public record Server(String host, int port, Tls tls, String user, String password) {

    /** Never the password: a record prints itself into logs. */
    @Override
    public String toString() {
      return "Server[%s:%d, %s]".formatted(host, port, tls);
    }
  }

  public Mailbox {
    ownAddresses =
        ownAddresses.stream()
            .map(address -> address.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }
}
