package io.amends.local.identity.mail;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caught mails for tests and scripts. */
@RestController
@RequestMapping("/api/mails")
final class MailApi {

  private final Mailbag bag;

  MailApi(Mailbag bag) {
    this.bag = bag;
  }

  /** A mail as it is read. */
  record Mail(
      String id,
      String from,
      String to,
      String subject,
      Instant receivedAt,
      String messageId,
      List<String> headers,
      @Nullable String text,
      @Nullable String html) {

    static Mail of(CaughtMail mail) {
      MailContent content = MailContent.of(mail);
      return new Mail(
          Long.toString(mail.id()),
          mail.from(),
          mail.to(),
          mail.subject(),
          mail.receivedAt(),
          mail.messageId(),
          content.headers(),
          content.text(),
          content.html());
    }
  }

  /**
   * The newest mails, newest first.
   *
   * @param to only those to this address
   * @param since only those that came in then or later, by the machine's own clock
   */
  @GetMapping
  List<Mail> newest(
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable Instant since,
      @RequestParam(defaultValue = "100") int limit) {
    Predicate<CaughtMail> wanted =
        mail ->
            (to == null || mail.isTo(to)) && (since == null || !mail.receivedAt().isBefore(since));
    return bag.newest(wanted, limit).stream().map(Mail::of).toList();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void empty() {
    bag.empty();
  }
}
