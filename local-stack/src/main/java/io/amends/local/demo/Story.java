package io.amends.local.demo;

import io.amends.kit.events.Json;
import io.amends.local.demo.House.Person;
import io.amends.local.program.Ports;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Three evenings: Kathmandu, where nobody listens, runs through; Singapore, found before the guest
 * said a word; Shanghai, where money is given and nobody apologises. Times of the story are counted
 * from 18:00 UTC of its first day.
 */
final class Story {

  private static final String SIN = "SIN-MARINA";

  /** Where the guest of Singapore reads mail. */
  private static final String NOOR = "noor.rahman@guests.example";

  private static final String SHA = "SHA-BUND";
  private static final String KTM = "KTM-THAMEL";

  /** Where a guest says it. */
  private enum Told {
    AT_THE_DESK,
    IN_PUBLIC
  }

  private final House house;
  private final Teller teller;
  private final Instant begin;
  private final Map<String, String> cases = new ConcurrentHashMap<>();

  Story(House house, Teller teller, Instant begin) {
    this.house = house;
    this.teller = teller;
    this.begin = begin;
  }

  /** The latest beginning whose end is past already, so that the story ends today. */
  static Instant beginBefore(Instant now) {
    Instant end = now.minus(Duration.ofHours(44));
    OffsetDateTime evening =
        end.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plusHours(18);
    return (evening.toInstant().isAfter(end) ? evening.minusDays(1) : evening).toInstant();
  }

  Instant begin() {
    return begin;
  }

  List<Scene> scenes() {
    List<Scene> scenes = new ArrayList<>();
    scenes.add(unheard());
    scenes.add(scene("+02:03", "+02:17"));
    scenes.add(
        scene("+09:48", "+10:09", act("+09:49", this::post), act("+09:55", this::sameGuest)));
    scenes.add(foundFirst());
    scenes.add(scene("+13:50", "+13:54", act("+13:50", this::reaches)));
    scenes.add(scene("+15:23", "+15:31", act("+15:28", this::answers)));
    scenes.add(notFound());
    scenes.add(scene("+25:59", "+26:02"));
    scenes.add(scene("+26:14", "+26:17"));
    scenes.add(scene("+30:59", "+31:02"));
    scenes.add(moneyAlone());
    return scenes;
  }

  /** Kathmandu, 23:50: a guest tells the desk of bites all over. Nobody does anything. */
  private Scene unheard() {
    return scene(
        "+00:03",
        "+00:38",
        act("+00:03", () -> checkIn(KTM, "G-077", "S-077", "212", "-03:00", "+41:15")),
        act(
            "+00:05",
            () -> {
              say(
                  KTM,
                  "A guest in room 212 tells the desk of bites all over. Nobody does anything.");
              complain(KTM, "G-077", "212", "PESTS", "+00:05", "+41:15", Told.AT_THE_DESK);
            }));
  }

  private void post() {
    say(KTM, "Somebody posts about room 212 in public. Ten will read it, who tell others.");
    complain(KTM, null, "212", "PESTS", "+09:49", "+41:15", Told.IN_PUBLIC);
  }

  private void sameGuest() {
    say(KTM, "The duty manager reads both: it is the same guest.");
    String first = "/guests/G-077/cases/" + cases.get("G-077");
    JsonNode twin =
        house.get(House.OFFICE, Ports.ORCHESTRATOR, first).at("/snapshot/same/suggested/0/other");
    house.post(
        new Person("DUTY_MANAGER", "raj"),
        Ports.ORCHESTRATOR,
        "/guests/%s/cases/%s/commands/merge"
            .formatted(twin.path("guestId").asString(), twin.path("caseId").asString()),
        Map.of("other", Map.of("guestId", "G-077", "caseId", cases.get("G-077"))));
  }

  /** Singapore, 15:05: the building system notices before the guest does. */
  private Scene foundFirst() {
    Person ana = new Person("FRONT_LINE", "ana");
    return scene(
        "+13:03",
        "+13:27",
        act("+13:03", () -> checkIn(SIN, "G-301", "S-301", "1204", "+12:40", "+81:00")),
        act(
            "+13:05",
            () -> {
              say(
                  SIN,
                  "The building system finds room 1204 far too warm. The guest has said nothing.");
              detect(SIN, "1204", "ROOM_CLIMATE", "+12:58", "+13:05");
            }),
        act(
            "+13:09",
            () ->
                ask(
                    ana,
                    SIN,
                    "G-301",
                    "acknowledge",
                    "Ana Tan taps \"I have it\" and calls the room.")),
        act(
            "+13:18",
            () ->
                ask(
                    new Person("DUTY_MANAGER", "tom"),
                    SIN,
                    "G-301",
                    "apologise",
                    "Tom Lim apologises at the door.")),
        act(
            "+13:22",
            () ->
                ask(
                    ana,
                    SIN,
                    "G-301",
                    "fix-done",
                    "The guest is moved to another room of the same kind.")),
        act(
            "+13:24",
            () ->
                give(
                    ana,
                    SIN,
                    "G-301",
                    "VOUCHER",
                    3_200,
                    "SGD",
                    "A clerk gives a dinner voucher of SGD 32; that needs nobody's leave.")));
  }

  private void reaches() {
    say(SIN, "The voucher lies in the guest's new room.");
    command(new Person("FRONT_LINE", "ana"), "G-301", "remedy-reached", Map.of("number", 1));
  }

  /** The guest was asked at 17:24 how it was; who has not got the letter yet does not answer. */
  private void answers() {
    String mails = house.read(house.url(Ports.IDENTITY) + "/api/mails?to=" + NOOR);
    Json.mapper().readTree(mails).values().stream()
        .flatMap(mail -> mail.path("text").asString().lines())
        .filter(line -> line.contains("/survey/"))
        .findFirst()
        .ifPresent(
            page -> {
              say(SIN, "The guest answers: fair 5, easy 5, courteous 5 of 5; would recommend, 9.");
              house.fill(
                  page.strip(),
                  "outcomeJustice=5&proceduralJustice=5&interactionalJustice=5&satisfaction=5&score=9");
            });
  }

  /** Shanghai, 22:20: the booking can't be found. */
  private Scene notFound() {
    Person manager = new Person("DUTY_MANAGER", "wu");
    return scene(
        "+20:19",
        "+21:33",
        act(
            "+20:20",
            () -> {
              say(
                  SHA,
                  "王芳, a guest of many years, stands at the desk. The booking can't be found.");
              complain(
                  SHA, "G-118", null, "BOOKING_NOT_FOUND", "+20:20", "+58:00", Told.AT_THE_DESK);
            }),
        act("+20:41", () -> ask(manager, SHA, "G-118", "acknowledge", "The duty manager has it.")),
        act(
            "+21:30",
            () -> ask(manager, SHA, "G-118", "fix-done", "A room is found. Nobody apologises.")));
  }

  /** Shanghai, the next day at 15:00: discount and points. */
  private Scene moneyAlone() {
    Person supervisor = new Person("SUPERVISOR", "zhao");
    Person manager = new Person("DUTY_MANAGER", "wu");
    return scene(
        "+36:59",
        "+37:33",
        act(
            "+37:00",
            () -> {
              give(
                  supervisor,
                  SHA,
                  "G-118",
                  "DISCOUNT",
                  27_000,
                  "CNY",
                  "A supervisor gives CNY 270 off,");
              givePoints(supervisor, SHA, "G-118", 3_000, "and 3,000 points.");
            }),
        act("+37:10", () -> close(manager, SHA, "G-118")),
        act(
            "+37:30",
            () ->
                ask(
                    manager,
                    SHA,
                    "G-118",
                    "apologise",
                    "The duty manager calls the guest and apologises.")));
  }

  private void checkIn(
      String property, String guest, String stay, String room, String at, String departure) {
    house.post(
        House.SYSTEMS,
        Ports.INTAKE,
        "/interactions",
        Map.of(
            "kind", "CHECKED_IN",
            "occurredAt", at(at).toString(),
            "guestId", guest,
            "propertyId", property,
            "stayId", stay,
            "room", room,
            "departureAt", at(departure).toString()),
        "Idempotency-Key",
        "check-in-" + stay + "-" + begin);
  }

  private void detect(String property, String room, String issue, String occurred, String at) {
    house.post(
        House.SYSTEMS,
        Ports.INTAKE,
        "/interactions",
        Map.of(
            "kind",
            "FAILURE_DETECTED",
            "occurredAt",
            at(occurred).toString(),
            "propertyId",
            property,
            "room",
            room,
            "issue",
            issue,
            "detector",
            "building system"),
        "Idempotency-Key",
        "detected-" + room + "-" + at + "-" + begin);
  }

  private void complain(
      String property,
      @Nullable String guest,
      @Nullable String room,
      String issue,
      String at,
      String departure,
      Told told) {
    Map<String, Object> body = new HashMap<>();
    body.put("propertyId", property);
    body.put("channel", told == Told.IN_PUBLIC ? "SOCIAL_MEDIA" : "FRONT_DESK");
    body.put("public", told == Told.IN_PUBLIC);
    body.put("occurredAt", at(at).toString());
    body.put("detectedAt", at(at).toString());
    body.put("departureAt", at(departure).toString());
    body.put("issue", issue);
    if (room != null) {
      body.put("room", room);
    }
    if (guest != null) {
      body.put("guestId", guest);
    }
    JsonNode taken =
        house.post(
            House.SYSTEMS,
            Ports.INTAKE,
            "/complaints",
            body,
            "Idempotency-Key",
            guest + "-" + issue + "-" + at + "-" + begin);
    if (guest != null) {
      cases.put(guest, taken.path("complaintId").asString());
    }
  }

  private void ask(Person who, String property, String guest, String verb, String words) {
    say(property, words);
    command(who, guest, verb, Map.of());
  }

  private void give(
      Person who,
      String property,
      String guest,
      String remedy,
      long minorUnits,
      String currency,
      String words) {
    say(property, words);
    command(
        who,
        guest,
        "grant-remedy",
        Map.of("remedy", remedy, "worth", Map.of("minorUnits", minorUnits, "currency", currency)));
  }

  private void givePoints(Person who, String property, String guest, long points, String words) {
    say(property, words);
    command(who, guest, "grant-remedy", Map.of("remedy", "POINTS", "points", points));
  }

  private void close(Person who, String property, String guest) {
    say(property, "The duty manager wants to close the case.");
    JsonNode refused = command(who, guest, "close", Map.of());
    boolean care = refused.toString().contains("CARE_MISSING");
    say(
        property,
        care ? "Close? No: nobody has apologised." : "Close? " + refused.path("title").asString());
  }

  private JsonNode command(Person who, String guest, String verb, Object details) {
    String id = cases.computeIfAbsent(guest, this::caseOf);
    return house.post(
        who,
        Ports.ORCHESTRATOR,
        "/guests/" + guest + "/cases/" + id + "/commands/" + verb,
        details);
  }

  /** The case that the door made of what a system saw. */
  private String caseOf(String guest) {
    JsonNode found = house.get(House.OFFICE, Ports.ORCHESTRATOR, "/guests/" + guest + "/cases");
    JsonNode last = found.path("cases").path(found.path("cases").size() - 1);
    return last.path("caseId").asString();
  }

  private void say(String property, String words) {
    teller.say(property, words);
  }

  private static Act act(String at, Runnable what) {
    return new Act(offset(at), what);
  }

  private static Scene scene(String from, String to, Act... acts) {
    return new Scene(offset(from), offset(to), List.of(acts));
  }

  private Instant at(String offset) {
    return begin.plus(offset(offset));
  }

  /** {@code +hh:mm} from the story's beginning, or {@code -hh:mm} before it. */
  private static Duration offset(String text) {
    String[] parts = text.substring(1).split(":", -1);
    Duration far = Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]));
    return text.startsWith("-") ? far.negated() : far;
  }
}
