package io.amends.local.identity.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real SMTP server that delivers nothing: every mail goes into the bag, whomever it is for.
 *
 * <p>Mail programs find the newest over IMAP, user and password {@code mails}; what is for {@code
 * complaints}, with or without a plus and more, lies in a mailbox of that user and password, where
 * the hotel reads it.
 */
final class MailCatcher implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String IMAP_USER = "mails";
  private static final String COMPLAINTS = "complaints";

  /** GreenMail keeps what it delivers, so its one folder is halved when it has grown to this. */
  private static final int MOST_OVER_IMAP = 1_000;

  private final GreenMail servers;
  private final Mailbag bag;
  private final GreenMailUser reader;
  private final GreenMailUser complaints;

  /** Listens from now on. */
  MailCatcher(int smtpPort, int imapPort, Mailbag bag) {
    this.bag = bag;
    this.servers =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
            });
    servers.start();
    this.reader = servers.setUser(IMAP_USER + "@localhost", IMAP_USER, IMAP_USER);
    this.complaints = servers.setUser(COMPLAINTS + "@localhost", COMPLAINTS, COMPLAINTS);
    servers.getUserManager().setMessageDeliveryHandler(this::caught);
  }

  @Override
  public void close() {
    servers.stop();
  }

  /** Called once per recipient, by one thread at a time. */
  private GreenMailUser caught(MovingMessage moving, MailAddress recipient)
      throws MessagingException {
    MimeMessage message = moving.getMessage();
    bag.add(
        from(message),
        recipient.getEmail(),
        Objects.requireNonNullElse(message.getSubject(), ""),
        Objects.requireNonNullElse(message.getMessageID(), ""),
        raw(message));
    halveWhenFull(reader);
    halveWhenFull(complaints);
    return recipient.getEmail().split("[+@]", 2)[0].equals(COMPLAINTS) ? complaints : reader;
  }

  private static String from(MimeMessage message) throws MessagingException {
    return Stream.ofNullable(message.getFrom())
        .flatMap(Arrays::stream)
        .map(
            address ->
                address instanceof InternetAddress internet
                    ? internet.toUnicodeString()
                    : address.toString())
        .collect(Collectors.joining(", "));
  }

  private static String raw(MimeMessage message) throws MessagingException {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      message.writeTo(bytes);
      return bytes.toString(StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void halveWhenFull(GreenMailUser user) throws MessagingException {
    try {
      MailFolder inbox = servers.getManagers().getImapHostManager().getInbox(user);
      if (inbox.getMessageCount() >= MOST_OVER_IMAP) {
        for (StoredMessage old : inbox.getMessages().subList(0, MOST_OVER_IMAP / 2)) {
          old.setFlag(Flags.Flag.DELETED, true);
        }
        inbox.expunge();
      }
    } catch (FolderException failure) {
      throw new MessagingException("cannot make room for mails", failure);
    }
  }
}
