package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.RemedyType;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.notification.RemedyHandedOver;
import io.amends.contracts.recovery.Grant;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.RemedyTakenBack;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Stamp;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.Webhook;
import io.amends.contracts.reference.Webhook.Takes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a guest was given and a system hands over: points on an account, a voucher, a better room.
 * The promise that it reaches the guest is the case's; here it is carried and reported back.
 */
public final class HandingOver {

  /** Given by hand are the others: nobody's account knows them. */
  private static final Set<RemedyType> BY_SYSTEM =
      Set.of(RemedyType.POINTS, RemedyType.VOUCHER, RemedyType.UPGRADE);

  /** Ours: after its hour the promise is broken, but the guest still wants it. */
  private static final Duration STILL_WANTED = Duration.ofDays(7);

  /** What the system says that has taken it, but not handed it over yet. */
  public static final String PENDING = "PENDING";

  private static final String STEP = "REMEDY:";

  private HandingOver() {}

  /** What the system of that hotel is told; empty: there is none, or nothing for it to do. */
  public static Optional<Draft> of(
      RemedyGranted granted, @Nullable GuestId linkedTo, PropertyReference property) {
    Promise reaches = granted.reaches();
    return reaches == null || !BY_SYSTEM.contains(granted.remedy().grant().type())
        ? Optional.empty()
        : system(property)
            .map(webhook -> granted(granted, reaches, linkedTo, property).by(webhook));
  }

  /** Under which id the ledger knows that it was granted; empty: no system was to be told. */
  public static Optional<String> messageId(CaseId of, int number, PropertyReference property) {
    return system(property).map(webhook -> id(of, number) + "/" + webhook.name());
  }

  private static Optional<Webhook> system(PropertyReference property) {
    return property.webhooks(Takes.REMEDIES).stream().findFirst();
  }

  private static String id(CaseId of, int number) {
    return of.value() + "/remedy/" + number;
  }

  private static Draft granted(
      RemedyGranted granted,
      Promise reaches,
      @Nullable GuestId linkedTo,
      PropertyReference property) {
    Remedy remedy = granted.remedy();
    Grant grant = remedy.grant();
    Map<String, String> parameters = parameters(granted.stamp(), remedy.number());
    parameters.put("remedy", grant.type().name());
    parameters.put("nights", grant.worth().value().toPlainString());
    parameters.put("minorUnits", Long.toString(grant.money().minorUnits()));
    parameters.put("currency", grant.money().currency().getCurrencyCode());
    put(parameters, "points", grant.points());
    put(parameters, "reachesBy", reaches.dueAt());
    put(parameters, "restOf", remedy.restOf());
    put(parameters, "linkedTo", linkedTo == null ? null : linkedTo.value());
    Instant at = granted.stamp().occurredAt();
    Instant due = Objects.requireNonNullElse(reaches.dueAt(), at);
    Message message =
        message(
            granted.stamp(),
            id(granted.stamp().caseId(), remedy.number()),
            STEP + remedy.number(),
            property,
            (due.isAfter(at) ? due : at).plus(STILL_WANTED));
    return draft(message, "remedy-granted", parameters, property);
  }

  /** What the system is told that may have heard of it. */
  public static Optional<Draft> takenBack(RemedyTakenBack back, PropertyReference property) {
    Message message =
        message(
            back.stamp(),
            id(back.stamp().caseId(), back.number()) + "/taken-back",
            "REMEDY_TAKEN_BACK:" + back.number(),
            property,
            back.stamp().occurredAt().plus(STILL_WANTED));
    return system(property)
        .map(
            webhook ->
                draft(
                        message,
                        "remedy-taken-back",
                        parameters(back.stamp(), back.number()),
                        property)
                    .by(webhook));
  }

  private static Map<String, String> parameters(Stamp stamp, int number) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("at", stamp.occurredAt().toString());
    parameters.put("number", Integer.toString(number));
    return parameters;
  }

  private static Message message(
      Stamp stamp, String id, String step, PropertyReference property, Instant validUntil) {
    return new Message(
        id,
        stamp.guestId(),
        stamp.caseId(),
        property.propertyId(),
        Purpose.REMEDY,
        step,
        Via.WEBHOOK,
        null,
        stamp.eventId(),
        validUntil);
  }

  private static Draft draft(
      Message message,
      String template,
      Map<String, String> parameters,
      PropertyReference property) {
    return new Draft(
        message, template, parameters, property.locale(), property.zone().id(), List.of());
  }

  private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
    if (value != null) {
      parameters.put(name, value.toString());
    }
  }

  /** What the case is told when the system has answered; empty: it has not handed over yet. */
  public static Optional<RemedyHandedOver> reached(Sent sent) {
    Message message = sent.message();
    CaseId of = message.caseId();
    boolean isGrant = message.purpose() == Purpose.REMEDY && message.step().startsWith(STEP);
    return of == null || !isGrant || sent.providerId().equals(PENDING)
        ? Optional.empty()
        : Optional.of(
            new RemedyHandedOver(
                message.guestId(),
                of,
                Integer.parseInt(message.step().substring(STEP.length())),
                sent.at(),
                message.messageId().substring(message.messageId().lastIndexOf('/') + 1)));
  }
}
