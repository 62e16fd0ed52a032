package io.amends.notification.email;

import io.amends.kit.clock.HotelClock;
import io.amends.notification.channel.AllAtOnce;
import io.amends.notification.channel.Carrier;
import io.amends.notification.domain.Draft;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.context.NoSuchMessageException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Makes mails of drafts and hands them to the mail server, over a few connections at once. */
public final class Postman implements Carrier, AutoCloseable {

  private final JavaMailSenderImpl server;
  private final Letters letters;
  private final String from;
  private final HotelClock clock;
  private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();
  private final AllAtOnce threads = new AllAtOnce();

  /**
   * Prepares it.
   *
   * @param connections to the server at once
   */
  public Postman(
      JavaMailSenderImpl server, int connections, Letters letters, String from, HotelClock clock) {
    this.server = server;
    this.letters = letters;
    this.from = from;
    this.clock = clock;
    server.getJavaMailProperties().put("mail.smtp.socketFactory", new PromptSockets());
    for (int i = 0; i < connections; i++) {
      free.add(new Connection(server));
    }
  }

  @Override
  public List<Carried> carry(List<Parcel> parcels) {
    return threads.carry(parcels, this::carry);
  }

  private Carried carry(Parcel parcel) throws InterruptedException {
    String messageId = messageId(parcel.draft());
    MimeMessage mail;
    try {
      mail = compose(parcel, messageId);
    } catch (MessagingException _) {
      return new Carried.Never("ADDRESS_UNFIT");
    } catch (NoSuchMessageException | IllegalArgumentException _) {
      return new Carried.Never("WORDS_MISSING"); // never a blank: somebody has to see to it
    }
    Connection connection = free.take();
    try {
      return connection.send(mail, messageId);
    } finally {
      free.add(connection);
    }
  }

  /** The same on every attempt, so that a mail program shows a repeat once. */
  private static String messageId(Draft draft) {
    return "<%s@amends>".formatted(draft.message().messageId().replace('/', '.'));
  }

  private MimeMessage compose(Parcel parcel, String messageId) throws MessagingException {
    Draft draft = parcel.draft();
    Letters.Letter letter = letters.write(draft, parcel.to().name());
    MimeMessage mail =
        new MimeMessage(server.getSession()) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
          }
        };
    MimeMessageHelper helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(parcel.to().to());
    helper.setSubject(letter.subject());
    helper.setText(letter.text(), letter.html());
    helper.setSentDate(Date.from(clock.instant()));
    mail.setHeader("Content-Language", Locale.forLanguageTag(draft.locale()).toLanguageTag());
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (letter.unsubscribe() != null) { // RFC 8058
      mail.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    mail.saveChanges();
    return mail;
  }

  @Override
  public void close() {
    threads.close();
    free.forEach(Connection::close);
  }
}
