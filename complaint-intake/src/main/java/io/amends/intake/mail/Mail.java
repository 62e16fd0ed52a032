package io.amends.intake.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as far as it is of use.
 *
 * @param id by which other mails name it; of one that has none, made of what it says
 * @param answers ids of the mails that it answers, the nearest first
 * @param from whoever wrote it; null: it does not say, or nothing that is an address
 * @param recipients in lower case, where it was delivered first
 * @param text the writer's own words, without what they answer
 * @param sentAt by the writer's clock, real time; null: it does not say
 */
record Mail(
    String id,
    List<String> answers,
    @Nullable String from,
    @Nullable String name,
    List<String> recipients,
    String subject,
    String text,
    List<Attachment> attachments,
    @Nullable Instant sentAt) {

  Mail {
    answers = List.copyOf(answers);
    recipients = List.copyOf(recipients);
    attachments = List.copyOf(attachments);
  }

  /**
   * What came along; it stays in the mailbox.
   *
   * @param type as the mail says, such as {@code image/jpeg}
   * @param bytes of the file itself
   */
  record Attachment(String name, String type, long bytes) {}

  /** Never the guest's words: a record prints itself into logs. */
  @Override
  public String toString() {
    return "Mail[…]";
  }
}
