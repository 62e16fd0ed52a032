package io.amends.intake.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** One visit to a mailbox over IMAP. To read a mail does not mark it as read. */
final class Imap implements AutoCloseable {

  /** Ours: a server that is slower than this is asked again in the next round. */
  private static final String PATIENCE_MILLIS = "20000";

  private final Mailbox mailbox;
  private final IMAPStore store;
  private final IMAPFolder folder;

  private Imap(Mailbox mailbox, IMAPStore store, IMAPFolder folder) {
    this.mailbox = mailbox;
    this.store = store;
    this.folder = folder;
  }

  /** Opens the mailbox. */
  static Imap open(Mailbox mailbox) throws MessagingException {
    Mailbox.Server server = mailbox.server();
    boolean implicit = server.tls() == Mailbox.Tls.IMPLICIT;
    String protocol = implicit ? "imaps" : "imap";
    Store store = Session.getInstance(properties(server, protocol)).getStore(protocol);
    try {
      store.connect(
          server.host(), server.port() == 0 ? -1 : server.port(), server.user(), server.password());
      Folder folder = store.getFolder(mailbox.folder());
      folder.open(Folder.READ_WRITE);
      return new Imap(mailbox, (IMAPStore) store, (IMAPFolder) folder);
    } catch (MessagingException failure) {
      store.close();
      throw failure;
    }
  }

  private static Properties properties(Mailbox.Server server, String protocol) {
    String mail = "mail." + protocol + ".";
    Properties properties = new Properties();
    for (String each : List.of("connectiontimeout", "timeout", "writetimeout")) {
      properties.setProperty(mail + each, PATIENCE_MILLIS);
    }
    properties.setProperty(mail + "peek", "true");
    properties.setProperty(mail + "partialfetch", "false");
    properties.setProperty(mail + "ssl.checkserveridentity", "true");
    if (server.tls() == Mailbox.Tls.STARTTLS) {
      properties.setProperty(mail + "starttls.enable", "true");
      properties.setProperty(mail + "starttls.required", "true");
    }
    return properties;
  }

  /** What nobody has read yet, the oldest first. */
  List<Message> unread(int most) throws MessagingException {
    Message[] found =
        folder.search(
            new AndTerm(
                new FlagTerm(new Flags(Flags.Flag.SEEN), false),
                new FlagTerm(new Flags(Flags.Flag.DELETED), false)));
    return Arrays.stream(found).limit(most).toList();
  }

  static byte[] bytes(Message mail) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(mail.getSize(), 1_024));
    mail.writeTo(bytes);
    return bytes.toByteArray();
  }

  /** By the server's clock; if it does not say, the hour that is given. */
  static Instant receivedAt(Message mail, Instant otherwise) throws MessagingException {
    Date received = mail.getReceivedDate();
    return received == null ? otherwise : received.toInstant();
  }

  static void markAsRead(Message mail) throws MessagingException {
    mail.setFlag(Flags.Flag.SEEN, true);
  }

  /** To the folder for what can't be taken, unread, since a person is to look at it. */
  void putAside(Message mail) throws MessagingException {
    Folder aside = store.getFolder(mailbox.aside());
    if (!aside.exists()) {
      boolean _ = aside.create(Folder.HOLDS_MESSAGES); // or somebody else just did
    }
    Message[] one = {mail};
    if (store.hasCapability("MOVE")) {
      folder.moveMessages(one, aside);
      return;
    }
    folder.copyMessages(one, aside);
    mail.setFlag(Flags.Flag.DELETED, true);
    if (store.hasCapability("UIDPLUS")) {
      folder.expunge(one); // this one alone, not what people have deleted
    }
  }

  boolean isOpen() {
    return folder.isOpen();
  }

  @Override
  public void close() throws MessagingException {
    try {
      if (folder.isOpen()) {
        folder.close(false);
      }
    } finally {
      store.close();
    }
  }
}
