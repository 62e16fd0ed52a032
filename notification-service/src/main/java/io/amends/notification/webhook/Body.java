package io.amends.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.contracts.notification.Message;
import io.amends.notification.domain.Draft;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What another system is told. Made of the draft alone, so it is the same on every attempt; no name
 * of a guest, no address, no free text.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Body {

  /** What it is about. */
  String type();

  /**
   * An alert or a warning for one member of staff.
   *
   * @param at when it became due
   * @param staffId whom it is for, as in the roster
   * @param cause why, a code; absent: part of a promise's time is over
   * @param promise what is to be done by {@code dueAt}, a code
   * @param lateSince if it comes late
   * @param link where that person says "I have it", without a login; opening it changes nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StaffNotice(
      String type,
      String at,
      String propertyId,
      String guestId,
      String caseId,
      String staffId,
      String role,
      @Nullable String room,
      String issue,
      String severity,
      String detectedAt,
      @Nullable String cause,
      @Nullable String promise,
      @Nullable String dueAt,
      @Nullable String lateSince,
      String link)
      implements Body {}

  /**
   * What a guest is given.
   *
   * @param number of the remedy in its case
   * @param linkedTo the id under which the guest is known by now, if it is another
   * @param nights at face value
   * @param minorUnits the same in {@code currency}
   * @param reachesBy the hour of the promise that the guest has it
   * @param restOf the number of the part that was given before, if this is the rest of it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RemedyGranted(
      String type,
      String at,
      String propertyId,
      String guestId,
      @Nullable String linkedTo,
      String caseId,
      int number,
      String remedy,
      @Nullable Long points,
      BigDecimal nights,
      long minorUnits,
      String currency,
      @Nullable String reachesBy,
      @Nullable Integer restOf)
      implements Body {}

  /** It was taken back: whoever knows the number undoes it, whoever does not remembers it. */
  record RemedyTakenBack(
      String type, String at, String propertyId, String guestId, String caseId, int number)
      implements Body {}

  /**
   * What a draft says.
   *
   * @param link of the person it is for
   * @throws IllegalArgumentException if the draft is none for another system
   */
  static Body of(Draft draft, java.util.function.Supplier<String> link) {
    Message message = draft.message();
    String property = Objects.requireNonNull(message.propertyId()).value();
    String guest = message.guestId().value();
    String of = Objects.requireNonNull(message.caseId()).value();
    return switch (draft.template()) {
      case "alert", "warning" ->
          new StaffNotice(
              "amends.webhook.staff-" + draft.template() + ".v1",
              draft.get("at"),
              property,
              guest,
              of,
              Objects.requireNonNull(message.staffId()),
              draft.get("role"),
              draft.find("room").orElse(null),
              draft.get("issue"),
              draft.get("severity"),
              draft.get("detectedAt"),
              draft.find("cause").orElse(null),
              draft.find("promise").orElse(null),
              draft.find("dueAt").orElse(null),
              draft.find("lateSince").orElse(null),
              link.get());
      case "remedy-granted" ->
          new RemedyGranted(
              "amends.webhook.remedy-granted.v1",
              draft.get("at"),
              property,
              guest,
              draft.find("linkedTo").orElse(null),
              of,
              Integer.parseInt(draft.get("number")),
              draft.get("remedy"),
              draft.find("points").map(Long::valueOf).orElse(null),
              new BigDecimal(draft.get("nights")),
              Long.parseLong(draft.get("minorUnits")),
              draft.get("currency"),
              draft.find("reachesBy").orElse(null),
              draft.find("restOf").map(Integer::valueOf).orElse(null));
      case "remedy-taken-back" ->
          new RemedyTakenBack(
              "amends.webhook.remedy-taken-back.v1",
              draft.get("at"),
              property,
              guest,
              of,
              Integer.parseInt(draft.get("number")));
      default ->
          throw new IllegalArgumentException(
              "template: %s (expected: alert, warning, remedy-granted or remedy-taken-back)"
                  .formatted(draft.template()));
    };
  }
}
