package io.amends.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a program wrote a mail: nobody complains in it, and who answers it starts a loop (RFC
 * 3834 and what mail programs do beside it).
 */
final class Automatic {

  /** Our own mails have such ids. */
  static final Pattern OURS = Pattern.compile("<[^<>\\s]+@amends>");

  private static final Set<String> TO_MANY = Set.of("bulk", "list", "junk");

  private Automatic() {}

  /** Why it is left alone. */
  enum Why {
    /** An answer that nobody wrote: out of office, we have received your mail. */
    AUTO_REPLY,
    /** A mail could not be delivered, or was. */
    BOUNCE,
    /** Our own, come back. */
    OWN
  }

  /**
   * Why a mail is left alone; empty: a person wrote it.
   *
   * @param ownAddresses in lower case
   * @param from in lower case; empty: none
   */
  static Optional<Why> of(MimeMessage mail, String from, Set<String> ownAddresses)
      throws MessagingException {
    if (OURS.matcher(header(mail, "Message-ID")).matches() || ownAddresses.contains(from)) {
      return Optional.of(Why.OWN);
    }
    String type = header(mail, "Content-Type").toLowerCase(Locale.ROOT);
    if (header(mail, "Return-Path").equals("<>")
        || type.startsWith("multipart/report")
        || from.startsWith("mailer-daemon@")) {
      return Optional.of(Why.BOUNCE);
    }
    String auto = header(mail, "Auto-Submitted").toLowerCase(Locale.ROOT);
    if (!(auto.isEmpty() || auto.equals("no") || auto.startsWith("no;"))
        || has(mail, "X-Autoreply")
        || has(mail, "X-Autorespond")) {
      return Optional.of(Why.AUTO_REPLY);
    }
    return header(mail, "Precedence").equalsIgnoreCase("auto_reply")
        ? Optional.of(Why.AUTO_REPLY)
        : Optional.empty();
  }

  /** Whether it came by a list: news, or a guest who wrote to an address that many read. */
  static boolean isToMany(MimeMessage mail) throws MessagingException {
    return has(mail, "List-Id")
        || has(mail, "List-Unsubscribe")
        || TO_MANY.contains(header(mail, "Precedence").toLowerCase(Locale.ROOT));
  }

  private static boolean has(MimeMessage mail, String name) throws MessagingException {
    return !header(mail, name).isEmpty();
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    return values == null ? "" : values[0].strip();
  }
}
