package io.amends.contracts.notification;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one message to a guest or to staff. */
public sealed interface NotificationEvent {

  Message message();

  /** It is to be sent. */
  @JsonTypeName("amends.notification.planned.v1")
  record Planned(@JsonUnwrapped Message message, Instant at) implements NotificationEvent {}

  /** It is under way: written immediately before the call, so a crash after it is unknown. */
  @JsonTypeName("amends.notification.sending.v1")
  record Sending(@JsonUnwrapped Message message, Instant at) implements NotificationEvent {}

  /** The provider took it. */
  @JsonTypeName("amends.notification.sent.v1")
  record Sent(@JsonUnwrapped Message message, Instant at, String providerId)
      implements NotificationEvent {}

  /** It will not be sent, for this reason. */
  @JsonTypeName("amends.notification.suppressed.v1")
  record Suppressed(@JsonUnwrapped Message message, Instant at, String reason)
      implements NotificationEvent {}

  /** The provider refused it for good. */
  @JsonTypeName("amends.notification.failed.v1")
  record Failed(@JsonUnwrapped Message message, Instant at, String reason)
      implements NotificationEvent {}

  /** Whether it went out can't be known. */
  @JsonTypeName("amends.notification.unknown.v1")
  record Unknown(@JsonUnwrapped Message message, Instant at) implements NotificationEvent {}

  /**
   * Something to come back for was promised to a guest.
   *
   * @param redeemableUntil how long the guest may take; the message itself ends earlier
   */
  @JsonTypeName("amends.notification.offer-issued.v1")
  record OfferIssued(
      @JsonUnwrapped Message message,
      Instant at,
      String offerType,
      String programme,
      @Nullable Instant redeemableUntil)
      implements NotificationEvent {}
}
