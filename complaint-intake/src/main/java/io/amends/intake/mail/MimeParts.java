package io.amends.intake.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a mail: the words of its writer, and a list of what came along. */
final class MimeParts {

  /** Ours: people nest mails a few deep; who nests more wants to hurt. */
  private static final int DEEPEST = 20;

  private static final int MOST = 200;
  private static final int LONGEST_NAME = 120;

  private final boolean ownAlone;
  private final List<Mail.Attachment> attachments = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int seen;

  private MimeParts(boolean ownAlone) {
    this.ownAlone = ownAlone;
  }

  /**
   * Takes one apart.
   *
   * @param ownAlone whether older mails in it are left out
   */
  static MimeParts of(MimeMessage mail, boolean ownAlone) throws MessagingException, IOException {
    MimeParts parts = new MimeParts(ownAlone);
    parts.take(mail, 0);
    return parts;
  }

  String text() {
    String all = text.toString().strip();
    return ownAlone ? OwnWords.of(all) : all;
  }

  List<Mail.Attachment> attachments() {
    return List.copyOf(attachments);
  }

  private void take(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || ++seen > MOST) {
      throw new MessagingException("parts: too many (expected: as people make them)");
    }
    ContentType type = type(part);
    String name = name(part);
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || name != null;
    boolean several = !attached && type.getPrimaryType().equalsIgnoreCase("multipart");
    if (several && part.getContent() instanceof Multipart parts) {
      takeAll(parts, type, depth);
    } else if (!attached && type.getPrimaryType().equalsIgnoreCase("text")) {
      add(words(part, type));
    } else {
      attach(part, type, name);
    }
  }

  /** Of the same in several forms the plainest that says something; of others all. */
  private void takeAll(Multipart parts, ContentType type, int depth)
      throws MessagingException, IOException {
    if (!type.getSubType().equalsIgnoreCase("alternative")) {
      for (int i = 0; i < parts.getCount(); i++) {
        take(parts.getBodyPart(i), depth + 1);
      }
      return;
    }
    BodyPart plainest = null;
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart each = parts.getBodyPart(i);
      boolean plain = type(each).match("text/plain");
      if (plain && !words(each, type(each)).isBlank()) {
        take(each, depth + 1);
        return;
      }
      plainest = plain && plainest != null ? plainest : each; // the last is the richest
    }
    if (plainest != null) {
      take(plainest, depth + 1);
    }
  }

  private String words(Part part, ContentType type) throws MessagingException, IOException {
    String charset = type.getParameter("charset");
    try (InputStream bytes = part.getInputStream()) {
      String words = Decoding.text(bytes.readAllBytes(), charset == null ? "" : charset);
      return type.match("text/html") ? HtmlText.of(words, ownAlone) : words;
    }
  }

  private void add(String words) {
    if (!words.isBlank()) {
      text.append(text.isEmpty() ? "" : "\n\n").append(words);
    }
  }

  private void attach(Part part, ContentType type, @Nullable String name)
      throws MessagingException, IOException {
    String called = name == null ? type.getSubType() : name;
    try (InputStream bytes = part.getInputStream()) {
      attachments.add(
          new Mail.Attachment(
              Decoding.cut(called, LONGEST_NAME),
              type.getBaseType().toLowerCase(Locale.ROOT),
              bytes.transferTo(OutputStream.nullOutputStream())));
    }
  }

  private static ContentType type(Part part) throws MessagingException {
    String said = part.getContentType();
    try {
      return new ContentType(said == null ? "text/plain" : said);
    } catch (ParseException _) {
      return new ContentType("text/plain"); // RFC 2045 5.2: what can't be read is text
    }
  }

  private static @Nullable String disposition(Part part) {
    try {
      return part.getDisposition();
    } catch (MessagingException _) {
      return null;
    }
  }

  private static @Nullable String name(Part part) {
    try {
      String name = part.getFileName();
      String clean = name == null ? "" : MailReader.words(name);
      return clean.isEmpty() ? null : clean;
    } catch (MessagingException _) {
      return null;
    }
  }
}
