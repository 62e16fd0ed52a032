package io.amends.notification.email;

import io.amends.kit.clock.HotelClock;
import io.amends.notification.domain.Draft;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Makes a mail of a draft and hands it to the mail server. */
public final class Postman {

  private final JavaMailSenderImpl server;
  private final Addresses addresses;
  private final Letters letters;
  private final String from;
  private final HotelClock clock;

  public Postman(
      JavaMailSenderImpl server,
      Addresses addresses,
      Letters letters,
      String from,
      HotelClock clock) {
    this.server = server;
    this.addresses = addresses;
    this.letters = letters;
    this.from = from;
    this.clock = clock;
  }

  /** Returns the Message-ID, the same on every attempt, by which a provider could tell a repeat. */
  String deliver(Draft draft) {
    Addresses.To to = addresses.of(draft.message());
    Letters.Letter letter = letters.write(draft, to.name());
    String messageId = "<%s@amends>".formatted(draft.message().messageId().replace('/', '.'));
    try {
      MimeMessage mail =
          new MimeMessage(server.getSession()) {
            @Override
            protected void updateMessageID() throws MessagingException {
              setHeader("Message-ID", messageId);
            }
          };
      MimeMessageHelper helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
      helper.setFrom(from);
      helper.setTo(to.email());
      helper.setSubject(letter.subject());
      helper.setText(letter.text(), letter.html());
      helper.setSentDate(Date.from(clock.instant()));
      mail.setHeader("Content-Language", Locale.forLanguageTag(draft.locale()).toLanguageTag());
      mail.setHeader("Auto-Submitted", "auto-generated");
      server.send(mail);
    } catch (MessagingException unfit) {
      throw new MailPreparationException("mail: unfit (expected: one that can be sent)", unfit);
    }
    return messageId;
  }
}
