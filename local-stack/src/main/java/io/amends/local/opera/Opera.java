package io.amends.local.opera;

import io.amends.kit.events.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes events of the inbound contract of OPERA's service requests. What a table does not say is
 * left for a person, and counted; nothing is guessed.
 *
 * @param table of the chain
 */
public record Opera(OperaTable table) {

  private static final Pattern GUEST_ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
  private static final Set<String> DONE = Set.of("COMPLETED", "COMPLETE", "CLOSED", "RESOLVED");
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_ROOM = 20;

  /**
   * What a request is to us.
   *
   * @param id of its event
   * @param complaint null: the table says that it is none
   * @param done that its work is done; null: it is not
   * @param unknownCode a code of which the table says nothing; null: it does, or there is none
   */
  public record Told(
      String id,
      @Nullable ObjectNode complaint,
      @Nullable ObjectNode done,
      @Nullable String unknownCode) {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if something is absent that has to be there, or the hotel is
   *     not in the table
   */
  public Told read(JsonNode told) {
    OperaRequest request = OperaRequest.of(told, table.elements());
    String hotelId = request.required("hotelId");
    OperaTable.Hotel hotel = table.hotels().get(hotelId);
    if (hotel == null) {
      throw new IllegalArgumentException(
          "hotelId: %s (expected: a hotel of the table)".formatted(hotelId));
    }
    String id = "OPERA:%s:%s".formatted(hotelId, request.required("serviceRequestId"));
    String code = request.text("code").orElse(null);
    Optional<String> issue = hotel.issue(code, request.text("department").orElse(null));
    boolean none = issue.filter(OperaTable.NO_COMPLAINT::equals).isPresent();
    return new Told(
        id,
        none ? null : complaint(request, hotel, id, issue.orElse(null)),
        none ? null : done(request, hotel.in(), id),
        issue.isPresent() ? null : code);
  }

  private static ObjectNode complaint(
      OperaRequest request, OperaTable.Hotel hotel, String id, @Nullable String issue) {
    ObjectNode body = Json.mapper().createObjectNode();
    Instant opened =
        request
            .hour("openDate", hotel.in())
            .orElseThrow(
                () -> new IllegalArgumentException("openDate: absent (expected: when it came)"));
    body.put("propertyId", hotel.property());
    request
        .text("profileId")
        .filter(guest -> GUEST_ID.matcher(guest).matches())
        .ifPresent(guest -> body.put("guestId", guest));
    request.text("reservationIdList").ifPresent(stay -> body.put("stayId", stay));
    request
        .text("room")
        .filter(room -> room.length() <= LONGEST_ROOM)
        .ifPresent(room -> body.put("room", room));
    body.put("channel", "FRONT_DESK");
    body.put("occurredAt", opened.toString()).put("detectedAt", opened.toString());
    request.text("priority").ifPresent(priority -> body.put("severity", hotel.severity(priority)));
    if (issue != null) {
      body.put("issue", issue);
    }
    Optional<String> words = request.first("comment", "description", "codeDescription");
    if (words.isPresent() || issue == null) {
      String text = words.orElseGet(() -> request.text("code").orElse(id));
      body.put("narrative", text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }
    return body.put("externalRef", id);
  }

  /** Work that is done is no case that is closed: whether it is really good is asked later. */
  private static @Nullable ObjectNode done(OperaRequest request, ZoneId zone, String id) {
    Optional<Instant> at =
        request.hour("completionDate", zone).or(() -> request.hour("closedDate", zone));
    boolean over =
        request
            .text("status")
            .map(status -> DONE.contains(status.toUpperCase(Locale.ROOT)))
            .orElse(at.isPresent());
    if (!over || at.isEmpty()) {
      return null;
    }
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("externalRef", id).put("verb", "FIX_DONE").put("occurredAt", at.get().toString());
    request.first("completedBy", "closedBy").ifPresent(who -> body.put("by", who));
    return body;
  }
}
