package io.amends.notification.email;

import io.amends.notification.channel.Carrier.Carried;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection to the mail server: knows how far a mail had got when a call broke off. */
final class Connection {

  /** Ours: servers hang up on who is silent, mostly after minutes (RFC 5321 asks for five). */
  private static final Duration IDLE = Duration.ofSeconds(20);

  /** Ours: many servers take about a hundred mails on one connection. */
  private static final int MOST_MAILS = 100;

  private final JavaMailSenderImpl server;
  private @Nullable Phased transport;
  private long lastUsed;
  private int mails;

  Connection(JavaMailSenderImpl server) {
    this.server = server;
  }

  /** Sends it, and says what became of it; a connection that turns out dead is opened anew once. */
  Carried send(MimeMessage mail, String messageId) {
    boolean reused = transport != null && !isOld();
    Carried first = attempt(mail, messageId);
    boolean died = transport == null && first instanceof Carried.Later;
    return reused && died ? attempt(mail, messageId) : first;
  }

  private Carried attempt(MimeMessage mail, String messageId) {
    Phased open;
    try {
      open = open();
    } catch (AuthenticationFailedException _) {
      return new Carried.Later("MAIL_SERVER_REFUSED_LOGIN");
    } catch (MessagingException _) {
      return new Carried.Later("MAIL_SERVER_UNREACHABLE");
    }
    try {
      open.sendMessage(mail, mail.getAllRecipients());
      lastUsed = System.nanoTime();
      mails++;
      return new Carried.Taken(messageId);
    } catch (MessagingException failure) {
      int code = code(failure);
      if (code < 0) {
        close(); // no answer: the connection is of no more use
        return open.handingOver ? new Carried.Unclear() : new Carried.Later("MAIL_SERVER_GONE");
      }
      lastUsed = System.nanoTime();
      return code >= 500
          ? new Carried.Never("MAIL_SERVER_REFUSED_" + code)
          : new Carried.Later("MAIL_SERVER_BUSY_" + code, true);
    }
  }

  private Phased open() throws MessagingException {
    Phased known = transport;
    if (known != null && !isOld()) {
      known.handingOver = false;
      return known;
    }
    close();
    Phased fresh = new Phased(server.getSession());
    fresh.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
    transport = fresh;
    mails = 0;
    return fresh;
  }

  private boolean isOld() {
    return mails >= MOST_MAILS || System.nanoTime() - lastUsed > IDLE.toNanos();
  }

  void close() {
    Phased known = transport;
    transport = null;
    if (known != null) {
      try {
        known.close();
      } catch (MessagingException _) {
        // it is gone either way
      }
    }
  }

  /** What the server answered, of three digits; below 0: it did not. */
  private static int code(MessagingException failure) {
    for (Exception one = failure;
        one != null;
        one = one instanceof MessagingException chained ? chained.getNextException() : null) {
      int code =
          switch (one) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> -1;
          };
      if (code >= 400) {
        return code;
      }
    }
    return -1;
  }

  /** Remembers that the words were being handed over: from then on the server may have them. */
  private static final class Phased extends SMTPTransport {

    private boolean handingOver;

    Phased(Session session) {
      super(session, null);
    }

    @Override
    protected OutputStream data() throws MessagingException {
      OutputStream words = super.data();
      handingOver = true;
      return words;
    }
  }
}
