package io.amends.contracts.notification;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.contracts.Actor;
import io.amends.contracts.Nights;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message to a guest or to staff.
 *
 * <pre>
 * Planned -> Held -> Sending -> Sent
 *                    Sending -> Deferred (the provider is to be asked later) | Failed | Unknown
 *            Failed | Unknown -> Redriven (the gate is to be asked again)
 *            Held | Returned (the gate is to be asked again) | Suppressed | Expired
 * </pre>
 *
 * <p>{@code attempt} counts from 1 how often the gate has let it through.
 */
public sealed interface NotificationEvent {

  Message message();

  Instant at();

  /** It is to be sent. */
  @JsonTypeName("amends.notification.planned.v1")
  record Planned(@JsonUnwrapped Message message, Instant at) implements NotificationEvent {}

  /** It waits, for this reason. */
  @JsonTypeName("amends.notification.held.v1")
  record Held(@JsonUnwrapped Message message, Instant at, Instant until, String reason)
      implements NotificationEvent {}

  /** It is under way: written immediately before the call, so a crash after it is unknown. */
  @JsonTypeName("amends.notification.sending.v1")
  record Sending(@JsonUnwrapped Message message, Instant at, int attempt)
      implements NotificationEvent {}

  /** The provider took it. */
  @JsonTypeName("amends.notification.sent.v1")
  record Sent(@JsonUnwrapped Message message, Instant at, int attempt, String providerId)
      implements NotificationEvent {}

  /**
   * The provider can't take it now: it is tried again later.
   *
   * @param notBefore when the provider wants to be asked again; null: it did not say
   */
  @JsonTypeName("amends.notification.deferred.v1")
  record Deferred(
      @JsonUnwrapped Message message,
      Instant at,
      int attempt,
      String reason,
      @Nullable Instant notBefore)
      implements NotificationEvent {

    public Deferred(Message message, Instant at, int attempt, String reason) {
      this(message, at, attempt, reason, null);
    }
  }

  /** The last look before the call found that the gate must decide again; nothing was called. */
  @JsonTypeName("amends.notification.returned.v1")
  record Returned(@JsonUnwrapped Message message, Instant at, int attempt, String reason)
      implements NotificationEvent {}

  /** It can't be sent: there is nowhere to send it, or the provider refused it for good. */
  @JsonTypeName("amends.notification.failed.v1")
  record Failed(@JsonUnwrapped Message message, Instant at, int attempt, String reason)
      implements NotificationEvent {}

  /** Whether it went out can't be known. */
  @JsonTypeName("amends.notification.unknown.v1")
  record Unknown(@JsonUnwrapped Message message, Instant at, int attempt)
      implements NotificationEvent {}

  /** Somebody wants it tried once more, though it had failed. */
  @JsonTypeName("amends.notification.redriven.v1")
  record Redriven(@JsonUnwrapped Message message, Instant at, Actor by)
      implements NotificationEvent {}

  /** It will not be sent, for this reason. */
  @JsonTypeName("amends.notification.suppressed.v1")
  record Suppressed(@JsonUnwrapped Message message, Instant at, String reason)
      implements NotificationEvent {}

  /** Nobody needs it any more. */
  @JsonTypeName("amends.notification.expired.v1")
  record Expired(@JsonUnwrapped Message message, Instant at) implements NotificationEvent {}

  /**
   * All was well for an offer: whether this guest is shown one or belongs to those who are not, so
   * that one sees what offers bring. What makes good is never withheld, and has no such event.
   *
   * @param share of guests who are shown nothing, in [0, 1]
   */
  @JsonTypeName("amends.notification.exposure-decided.v1")
  record ExposureDecided(
      @JsonUnwrapped Message message, Instant at, String programme, Arm arm, BigDecimal share)
      implements NotificationEvent {

    /** On which side a guest is, in each programme the same for ever. */
    public enum Arm {
      SHOWN,
      CONTROL
    }
  }

  /**
   * Something to come back for was promised to a guest: a voucher is out.
   *
   * @param budget whose month bears it: {@code programme/property/2027-01}
   * @param cost to the hotel, if it is redeemed
   * @param redeemableUntil how long the guest may take; the message itself ends earlier
   */
  @JsonTypeName("amends.notification.offer-issued.v1")
  record OfferIssued(
      @JsonUnwrapped Message message,
      Instant at,
      String offerType,
      String programme,
      String budget,
      Nights cost,
      Instant redeemableUntil)
      implements NotificationEvent {}

  /**
   * A voucher was redeemed, once.
   *
   * @param by who took it: staff or a partner
   */
  @JsonTypeName("amends.notification.offer-redeemed.v1")
  record OfferRedeemed(
      @JsonUnwrapped Message message,
      Instant at,
      String offerType,
      String programme,
      String budget,
      Nights cost,
      Actor by)
      implements NotificationEvent {}

  /** A voucher was not redeemed in time: what it would have cost is free again. */
  @JsonTypeName("amends.notification.offer-lapsed.v1")
  record OfferLapsed(
      @JsonUnwrapped Message message,
      Instant at,
      String offerType,
      String programme,
      String budget,
      Nights cost)
      implements NotificationEvent {}
}
