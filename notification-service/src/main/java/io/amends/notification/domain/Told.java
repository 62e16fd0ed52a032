package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a guest was written to: what caps count.
 *
 * @param at when the gate let it through
 */
public record Told(String messageId, Purpose purpose, @Nullable CaseId caseId, Instant at) {

  static Told of(Message message, Instant at) {
    return new Told(message.messageId(), message.purpose(), message.caseId(), at);
  }
}
