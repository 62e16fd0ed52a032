package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventType;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.topics.Topics;
import io.amends.endtoend.Chain.Answer;
import io.amends.local.program.Ports;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** One evening at one hotel of the chain, seen from outside. Times are local, as they are told. */
final class Scene {

  private static final List<String> ROLES =
      List.of(
          "FRONT_LINE", "SUPERVISOR", "DUTY_MANAGER", "GENERAL_MANAGER", "REGION", "HEAD_OFFICE");

  private final Chain chain;
  private final String property;
  private final ZoneId zone;
  private final String guest;
  private String caseId = "";

  /** At a hotel that was applied with {@link #hotel}. */
  Scene(Chain chain, String property, String zone, String guest) {
    this.chain = chain;
    this.property = property;
    this.zone = ZoneId.of(zone);
    this.guest = guest;
  }

  /** A hotel where one person of each role is on call, and is named like the role. */
  static Map<String, Object> hotel(
      String id, String zone, String roll, String currency, int night, String mode) {
    Map<String, Object> hotel = new HashMap<>();
    hotel.put("propertyId", id);
    hotel.put("name", "Amends " + id);
    hotel.put("brand", "CITY");
    hotel.put("region", "WORLD");
    hotel.put("zone", zone);
    hotel.put("dateRoll", roll);
    hotel.put("locale", "en");
    hotel.put("currency", currency);
    hotel.put("referenceNight", night);
    hotel.put("mode", mode);
    List<Map<String, String>> people =
        ROLES.stream()
            .map(
                role ->
                    Map.of("staffId", role, "name", role, "role", role, "email", mail(role, id)))
            .toList();
    return Map.of(
        "properties",
        List.of(hotel),
        "rosters",
        List.of(Map.of("propertyId", id, "people", people, "shifts", List.of())));
  }

  static String mail(String role, String hotel) {
    return (role + "@" + hotel + ".example").toLowerCase(Locale.ROOT);
  }

  void opens(Map<String, Object> hotel) {
    Answer applied = chain.put(Ports.INTAKE, "/reference", office(), hotel);
    assertThat(applied.status()).as(applied.text()).isEqualTo(200);
  }

  /** It is that hour, and a moment more: what falls due then is told. */
  void at(String local) {
    chain.at(instant(local).plusMillis(700));
  }

  Instant instant(String time) {
    return time.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
        ? OffsetDateTime.parse(time).toInstant()
        : LocalDateTime.parse(time).atZone(zone).toInstant();
  }

  /** A complaint; the id under which it can be found, and of this evening's case if it is first. */
  String complains(String key, String detected, String channel, String issue, Object... more) {
    Map<String, Object> complaint = new HashMap<>();
    complaint.put("propertyId", property);
    complaint.put("guestId", guest);
    complaint.put("channel", channel);
    complaint.put("occurredAt", instant(detected).toString());
    complaint.put("detectedAt", instant(detected).toString());
    complaint.put("issue", issue);
    for (int i = 0; i < more.length; i += 2) {
      complaint.put((String) more[i], more[i + 1]);
    }
    complaint.values().removeIf(""::equals);
    String id = chain.complain(office(), key, complaint);
    if (caseId.isEmpty()) {
      caseId = id;
      opened();
    }
    return id;
  }

  private void opened() {
    try {
      Chain.until("the case is open", () -> get("").status() == 200);
    } catch (AssertionError never) {
      Answer stands = chain.get(Ports.INTAKE, "/complaints/" + caseId, office());
      throw new AssertionError(
          never.getMessage() + "; its complaint stands at " + stands.text(), never);
    }
  }

  Answer asks(String role, String verb, Map<String, ?> details) {
    return asks(guest, caseId, role, verb, details);
  }

  Answer asks(String who, String id, String role, String verb, Map<String, ?> details) {
    return chain.command(
        "/guests/" + who + "/cases/" + id + "/commands/" + verb, chain.token(role, role), details);
  }

  void does(String role, String verb, Map<String, ?> details) {
    Answer answer = asks(role, verb, details);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("answer").path("result").asString())
        .as(answer.text())
        .isEqualTo("DONE");
  }

  Answer get(String below) {
    return chain.get(Ports.ORCHESTRATOR, "/guests/" + guest + "/cases/" + caseId + below, office());
  }

  JsonNode snapshot() {
    return get("").json().path("snapshot");
  }

  /** When a promise is due or was, local. */
  String due(String clock) {
    for (JsonNode promise : snapshot().path("promises")) {
      if (promise.path("clock").asString().equals(clock)) {
        return local(Instant.parse(promise.path("dueAt").asString()));
      }
    }
    throw new AssertionError("no promise " + clock);
  }

  String local(Instant at) {
    return LocalDateTime.ofInstant(at.plusMillis(5), zone)
        .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
        .toString();
  }

  List<JsonNode> events(Class<? extends RecoveryEvent> type) {
    return chain.events(Topics.CASE_EVENTS, guest, EventType.of(type)).stream()
        .filter(event -> event.path("caseId").asString().equals(caseId))
        .toList();
  }

  void until(Class<? extends RecoveryEvent> type, int times) {
    Chain.until(
        times + " times " + type.getSimpleName() + " of " + guest,
        () -> events(type).size() >= times);
  }

  void until(String what, Predicate<JsonNode> so) {
    Chain.until(what, () -> so.test(snapshot()));
  }

  /** Who was alerted, in order. */
  List<String> alerts() {
    return events(RecoveryEvent.StaffAlerted.class).stream()
        .map(
            alert ->
                local(Instant.parse(alert.path("occurredAt").asString())).substring(11)
                    + " "
                    + alert.path("role").asString()
                    + (alert.path("late").asBoolean() ? " late" : ""))
        .toList();
  }

  /** Each promise that was broken, with its minute in UTC. */
  List<String> broken() {
    return events(RecoveryEvent.PromiseBroken.class).stream()
        .map(
            event ->
                event.path("clock").asString()
                    + " "
                    + Instant.parse(event.path("occurredAt").asString())
                        .truncatedTo(java.time.temporal.ChronoUnit.MINUTES))
        .toList();
  }

  String guest() {
    return guest;
  }

  String caseId() {
    return caseId;
  }

  private String office() {
    return chain.token("HEAD_OFFICE", "hq");
  }
}
