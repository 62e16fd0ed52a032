package io.amends.intake.mail;

import io.amends.contracts.Channel;
import io.amends.contracts.Flag;
import io.amends.contracts.inbound.ReportedBy;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.domain.EventKey;
import io.amends.intake.domain.Source;
import io.amends.intake.schema.InboundSchemas;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Json;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides what is to be done with a mail: the same bytes always lead to the same event, so that a
 * mail that is read twice is a repeat.
 */
final class Sorting {

  /** The writer's clock is believed if a mail has been no longer on its way than this. */
  private static final Duration ON_ITS_WAY = Duration.ofDays(2);

  /** Ours: a little less than the schema allows, so that the list of attachments fits. */
  private static final int LONGEST_TEXT = 16_000;

  private static final int LONGEST_SUBJECT = 1_000;
  private static final int LONGEST_NARRATIVE = 20_000;

  /** As the schema allows. */
  private static final int MOST_ANSWERED = 8;

  /** The id of a letter of ours begins with its case's, a version behind it. */
  private static final Pattern CASE_OF_LETTER =
      Pattern.compile(
          "<(?:[a-z-]+\\.)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.[^@]*@amends>");

  private static final Session SESSION = session();

  private final Mailbox mailbox;
  private final InboundSchemas schemas;
  private final HotelClock clock;

  Sorting(Mailbox mailbox, InboundSchemas schemas, HotelClock clock) {
    this.mailbox = mailbox;
    this.schemas = schemas;
    this.clock = clock;
  }

  private static Session session() {
    Properties lenient = new Properties();
    lenient.setProperty("mail.mime.allowutf8", "true");
    lenient.setProperty("mail.mime.address.strict", "false");
    return Session.getInstance(lenient);
  }

  /**
   * Sorts one.
   *
   * @param receivedAt by the mail server's clock, real time
   */
  Sorted sort(byte[] raw, Instant receivedAt) {
    try {
      MimeMessage mail = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
      InternetAddress from = MailReader.from(mail);
      String address = from == null ? "" : from.getAddress().toLowerCase(Locale.ROOT);
      Optional<Automatic.Why> automatic = Automatic.of(mail, address, mailbox.ownAddresses());
      if (automatic.isPresent()) {
        return new Sorted.Left(automatic.get());
      }
      return Automatic.isToMany(mail)
          ? new Sorted.Aside(Sorted.Reason.TO_MANY)
          : complaint(MailReader.read(mail), receivedAt);
    } catch (MessagingException | IOException | RuntimeException _) { // a stranger wrote it
      return new Sorted.Aside(Sorted.Reason.UNREADABLE);
    }
  }

  private Sorted complaint(Mail mail, Instant receivedAt) {
    Optional<String> hotel = mailbox.hotels().of(mail.recipients());
    if (hotel.isEmpty()) {
      return new Sorted.Aside(Sorted.Reason.NO_HOTEL);
    }
    ObjectNode body = body(mail, hotel.get(), receivedAt);
    return schemas.check(InboundKind.COMPLAINTS, Json.bytes(body)).flaws().isEmpty()
        ? new Sorted.Complaint(eventId(mail.id()), body)
        : new Sorted.Aside(Sorted.Reason.UNREADABLE);
  }

  private ObjectNode body(Mail mail, String hotel, Instant receivedAt) {
    ObjectNode body = Json.mapper().createObjectNode();
    String at = clock.at(toldAt(mail, receivedAt)).toString();
    body.put("propertyId", hotel);
    body.put("channel", (mailbox.generalManager() ? Channel.GM_MAILBOX : Channel.EMAIL).name());
    body.put("occurredAt", at).put("detectedAt", at);
    body.put("reportedBy", ReportedBy.GUEST.name());
    if (mailbox.confidential()) {
      body.putArray("flags").add(Flag.SENSITIVE.name());
    }
    body.put("narrative", narrative(mail));
    if (mail.from() != null) {
      ObjectNode contact = body.putObject("contact").put("email", mail.from());
      if (mail.name() != null) {
        contact.put("name", mail.name());
      }
    }
    List<String> answered = answered(mail);
    if (!answered.isEmpty()) {
      ArrayNode cases = body.putArray("inReplyTo");
      answered.forEach(cases::add);
    }
    return body;
  }

  /** Our letters name their case; what a guest wrote before is known by its own id. */
  private List<String> answered(Mail mail) {
    return mail.answers().stream()
        .map(
            id -> {
              Matcher ours = CASE_OF_LETTER.matcher(id);
              return ours.matches()
                  ? ours.group(1)
                  : EventKey.of(Source.MAIL, eventId(id)).toString();
            })
        .distinct()
        .limit(MOST_ANSWERED)
        .toList();
  }

  /** When it was made known: as it was sent; if that can't be, as it was received. */
  private static Instant toldAt(Mail mail, Instant receivedAt) {
    Instant sent = mail.sentAt();
    return sent == null || sent.isAfter(receivedAt) || sent.isBefore(receivedAt.minus(ON_ITS_WAY))
        ? receivedAt
        : sent;
  }

  /** Subject, words, and a line for each thing that came along. */
  private static String narrative(Mail mail) {
    StringBuilder said = new StringBuilder(Decoding.cut(mail.subject(), LONGEST_SUBJECT));
    String text = mail.text();
    String cut = Decoding.cut(text, LONGEST_TEXT);
    String shown = cut.length() < text.length() ? cut + " …" : text;
    if (!shown.isBlank()) {
      said.append(said.isEmpty() ? "" : "\n\n").append(shown);
    }
    String between = said.isEmpty() ? "" : "\n\n";
    for (Mail.Attachment each : mail.attachments()) {
      String line = "[+] %s (%s, %d)".formatted(each.name(), each.type(), each.bytes());
      if (said.length() + line.length() + 2 <= LONGEST_NARRATIVE) {
        said.append(between).append(line);
        between = "\n";
      }
    }
    return said.toString();
  }

  /** Ids of mails are long, strangers' words, and at times tell who wrote: a hash stands for it. */
  private String eventId(String mailId) {
    return EventKey.of(mailbox.name(), mailId).toString();
  }
}
