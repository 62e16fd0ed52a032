package io.amends.intake.mail;

import io.amends.intake.domain.EventKey;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what of a mail is of use. Whatever a stranger wrote is text here, and never more. */
final class MailReader {

  private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,500}>");
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");

  /** Behind these stands a mail that is itself what the writer wants to show. */
  private static final Pattern FORWARDED =
      Pattern.compile("(?i)^\\s*(fwd?|wg|tr|rv|转发|轉寄|转寄)\\s?[:：].*");

  /** Such encoded words are written with more characters than their name allows. */
  private static final Pattern NARROW = Pattern.compile("(?i)=\\?(gb2312|gbk)\\?");

  private static final int LONGEST_NAME = 200;
  private static final int MOST_ANSWERED = 50;

  private MailReader() {}

  /**
   * Reads one.
   *
   * @throws MessagingException if it is none, or one made to hurt
   * @throws IOException if a part of it can't be decoded
   */
  static Mail read(MimeMessage mail) throws MessagingException, IOException {
    String subject = words(header(mail, "Subject"));
    MimeParts parts = MimeParts.of(mail, !FORWARDED.matcher(subject).matches());
    InternetAddress from = from(mail);
    String id = firstId(header(mail, "Message-ID"));
    return new Mail(
        id == null ? madeOf(mail, parts.text()) : id,
        answers(mail),
        from == null ? null : from.getAddress(),
        from == null ? null : nameOf(from),
        recipients(mail),
        subject,
        parts.text(),
        parts.attachments(),
        sentAt(mail));
  }

  /** The address that it says it is from; null: none, or nothing that is one. */
  static @Nullable InternetAddress from(MimeMessage mail) throws MessagingException {
    for (InternetAddress each : addresses(header(mail, "From"))) {
      if (each.getAddress() != null && ADDRESS.matcher(each.getAddress()).matches()) {
        return each;
      }
    }
    return null;
  }

  private static @Nullable String nameOf(InternetAddress from) {
    String personal = from.getPersonal();
    String name = personal == null ? "" : words(personal);
    return name.isEmpty() ? null : Decoding.cut(name, LONGEST_NAME);
  }

  private static String madeOf(MimeMessage mail, String text) throws MessagingException {
    String said = header(mail, "Date") + '\n' + header(mail, "Subject") + '\n' + text;
    return EventKey.of(header(mail, "From"), said).toString();
  }

  /** The one that it answers, then those before it, backwards. */
  private static List<String> answers(MimeMessage mail) throws MessagingException {
    Set<String> ids = new LinkedHashSet<>(ids(header(mail, "In-Reply-To")));
    List<String> before = new ArrayList<>(ids(header(mail, "References")));
    Collections.reverse(before);
    ids.addAll(before);
    return ids.stream().limit(MOST_ANSWERED).toList();
  }

  private static List<String> ids(String header) {
    return ID.matcher(header).results().map(found -> found.group()).toList();
  }

  private static @Nullable String firstId(String header) {
    Matcher id = ID.matcher(header);
    return id.find() ? id.group() : null;
  }

  private static List<String> recipients(MimeMessage mail) throws MessagingException {
    List<String> recipients = new ArrayList<>();
    for (String name : List.of("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")) {
      for (InternetAddress each : addresses(header(mail, name))) {
        if (each.getAddress() != null) {
          recipients.add(each.getAddress().toLowerCase(Locale.ROOT));
        }
      }
    }
    return recipients;
  }

  private static List<InternetAddress> addresses(String header) {
    try {
      return List.of(InternetAddress.parseHeader(header, false));
    } catch (AddressException _) { // a stranger may write anything there
      return List.of();
    }
  }

  private static @Nullable Instant sentAt(MimeMessage mail) throws MessagingException {
    Date sent = mail.getSentDate();
    return sent == null ? null : sent.toInstant();
  }

  /** All values of a header on one line. */
  private static String header(MimeMessage mail, String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    return values == null ? "" : MimeUtility.unfold(String.join(", ", values)).strip();
  }

  /** What encoded words say; what can't be decoded, as it stands there. */
  static String words(String header) {
    String wide = NARROW.matcher(header).replaceAll("=?GB18030?");
    String decoded;
    try {
      decoded = MimeUtility.decodeText(wide);
    } catch (UnsupportedEncodingException _) {
      decoded = header;
    }
    return Decoding.printable(decoded).replaceAll("\\s+", " ").strip();
  }
}
