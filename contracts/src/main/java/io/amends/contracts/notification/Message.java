package io.amends.contracts.notification;

import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.PropertyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message, without its words and without its address.
 *
 * @param messageId the same on every attempt and every replay
 * @param step what it is about, such as {@code FOLLOW_UP} or {@code ALERT:DUTY_MANAGER}
 * @param staffId whom it is for; null: the guest
 * @param causedBy event id of what made it due
 * @param validUntil after which it is not sent any more
 */
public record Message(
    String messageId,
    GuestId guestId,
    @Nullable CaseId caseId,
    @Nullable PropertyId propertyId,
    Purpose purpose,
    String step,
    Via via,
    @Nullable String staffId,
    String causedBy,
    Instant validUntil) {

  /** For what somebody is disturbed. */
  public enum Purpose {
    STAFF_ALERT,
    SERVICE,
    FOLLOW_UP,
    OFFER
  }

  /** By which way. */
  public enum Via {
    EMAIL
  }
}
