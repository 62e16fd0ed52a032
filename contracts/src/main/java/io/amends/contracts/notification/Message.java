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
 * @param guestId whom it is for or about; of a report about a hotel, see {@link #about}
 * @param step what it is about, such as {@code FOLLOW_UP} or {@code ALERT:3}
 * @param staffId whom it is for; null: the guest, or a system of theirs
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

  /** Under which key messages about a whole hotel lie, beside those of guests: no guest has it. */
  public static GuestId about(PropertyId hotel) {
    return new GuestId("~" + hotel.value());
  }

  /** For what somebody is disturbed. */
  public enum Purpose {
    STAFF_ALERT,
    /** About the guest's own case or stay. */
    SERVICE,
    FOLLOW_UP,
    SURVEY,
    /** Something to come back for, after a case. */
    APOLOGY_OFFER,
    /** Something to come back for, by risk. */
    RETENTION_OFFER,
    /** Something to come back for, for a guest who has gone. */
    WIN_BACK,
    GREETING,
    /** To the system that hands over what a guest is given to make good; nobody is disturbed. */
    REMEDY;

    public boolean toStaff() {
      return this == STAFF_ALERT;
    }

    /** Whether a guest reads it. */
    public boolean toGuest() {
      return !toStaff() && this != REMEDY;
    }

    /** Whether it is to sell, and not to serve. */
    public boolean promotional() {
      return this == GREETING || offers();
    }

    /** Whether it brings something that can be redeemed. */
    public boolean offers() {
      return this == APOLOGY_OFFER || this == RETENTION_OFFER || this == WIN_BACK;
    }
  }

  /** By which way. */
  public enum Via {
    EMAIL,
    /** By the chain's gateway, to a telephone. */
    SMS,
    /** To another system, over HTTP; it drops repeats by the delivery's id. */
    WEBHOOK
  }
}
