package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.Nights;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a guest was written to: what caps count.
 *
 * @param at when the gate let it through
 * @param cost of what it offers; null: it offers nothing
 */
public record Told(
    String messageId, Purpose purpose, @Nullable CaseId caseId, Instant at, @Nullable Nights cost) {

  static Told of(Message message, Instant at, @Nullable Nights cost) {
    return new Told(message.messageId(), message.purpose(), message.caseId(), at, cost);
  }
}
