package io.amends.local.identity.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a mail gets to see.
 *
 * @param headers one line each, as they came
 * @param text the plain version; null if there is none
 * @param html the formatted version; null if there is none
 */
record MailContent(List<String> headers, @Nullable String text, @Nullable String html) {

  MailContent {
    headers = List.copyOf(headers);
  }

  /**
   * Takes a mail apart.
   *
   * @throws IllegalArgumentException if it is no mail
   */
  static MailContent of(CaughtMail mail) {
    try {
      byte[] bytes = mail.raw().getBytes(StandardCharsets.ISO_8859_1);
      MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(bytes));
      return new MailContent(
          headers(message), find(message, "text/plain"), find(message, "text/html"));
    } catch (MessagingException | IOException failure) {
      throw new IllegalArgumentException(
          "mail %d: unreadable (expected: MIME)".formatted(mail.id()), failure);
    }
  }

  private static List<String> headers(MimeMessage message) throws MessagingException {
    List<String> headers = new ArrayList<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      headers.add(header.getName() + ": " + header.getValue());
    }
    return headers;
  }

  /** The first part of that type, however deep it lies. */
  private static @Nullable String find(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type) && part.getContent() instanceof String text) {
      return text;
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = find(parts.getBodyPart(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
