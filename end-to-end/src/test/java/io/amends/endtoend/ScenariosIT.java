package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.Role;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.RecoveryEvent.DuplicateSuggested;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpAnswered;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.ReportJoined;
import io.amends.contracts.recovery.RecoveryEvent.SituationChanged;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.amends.contracts.topics.Topics;
import io.amends.endtoend.Chain.Answer;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.local.program.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The evenings that prove the product, on one running chain, in the order of their dates. Where an
 * evening's own date lies before those of other tests, it plays a little later.
 */
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScenariosIT {

  @Test
  @Order(2)
  void discount_and_points_and_still_unhappy(Chain chain) {
    Scene shanghai = new Scene(chain, "SHA-BUND", "Asia/Shanghai", "G-118");
    shanghai.at("2027-01-22T22:20");
    shanghai.opens(Scene.hotel("SHA-BUND", "Asia/Shanghai", "04:00", "CNY", 900, "LIVE"));
    knownBy(chain, shanghai, Map.of("email", "g118@example.com", "locale", "zh-CN"), 1);
    shanghai.complains(
        "k01",
        "2027-01-22T22:20",
        "FRONT_DESK",
        "BOOKING_NOT_FOUND",
        "stayId",
        "S-118",
        "departureAt",
        "2027-01-24T12:00:00+08:00");
    shanghai.until(StaffAlerted.class, 1);
    shanghai.at("2027-01-22T22:25");
    shanghai.until(StaffAlerted.class, 2);
    shanghai.at("2027-01-22T22:30");
    shanghai.until(StaffAlerted.class, 3);
    shanghai.at("2027-01-22T22:41");
    shanghai.does("DUTY_MANAGER", "acknowledge", Map.of());
    shanghai.at("2027-01-22T22:50");
    shanghai.until("same day", s -> s.path("tier").asString().equals("SAME_DAY"));
    assertThat(shanghai.alerts())
        .startsWith("22:20 FRONT_LINE", "22:25 SUPERVISOR", "22:30 DUTY_MANAGER")
        .noneMatch(alert -> alert.contains("GENERAL_MANAGER"));
    shanghai.at("2027-01-22T23:30");
    shanghai.does("FRONT_LINE", "fix-done", Map.of());
    shanghai.at("2027-01-23T04:00");
    shanghai.until("next day", s -> s.path("owner").asString().equals("GENERAL_MANAGER"));

    shanghai.at("2027-01-23T15:00");
    shanghai.does(
        "SUPERVISOR",
        "grant-remedy",
        Map.of("remedy", "DISCOUNT", "worth", Map.of("minorUnits", 27_000, "currency", "CNY")));
    shanghai.does("SUPERVISOR", "grant-remedy", Map.of("remedy", "POINTS", "points", 3_000));
    shanghai.at("2027-01-23T15:10");
    Answer closing = shanghai.asks("DUTY_MANAGER", "close", Map.of());
    assertThat(closing.status()).isEqualTo(409);
    assertThat(closing.text())
        .contains("CARE_MISSING", "ROOT_CAUSE_MISSING", "FOLLOW_UP_ANSWERED_OR_EXPIRED_MISSING");
    shanghai.at("2027-01-23T15:30");
    shanghai.does("DUTY_MANAGER", "apologise", Map.of());
    shanghai.until(MadeGood.class, 1);
    JsonNode made = shanghai.events(MadeGood.class).getFirst();
    assertThat(made.path("tier").asString()).isEqualTo("NEXT_DAY");
    assertThat(made.path("exposureMoney").path("minorUnits").asLong()).isEqualTo(450_000);

    shanghai.at("2027-01-23T17:29");
    assertThat(surveys(chain, "g118@example.com")).isEmpty();
    shanghai.at("2027-01-23T17:30");
    String survey = survey(chain, "g118@example.com");
    assertThat(chain.open(survey).text()).contains("dir=\"ltr\"", "公平", "Amends SHA-BUND");
    shanghai.at("2027-01-23T20:05");
    answers(chain, survey, 4, 2, 1, 3, "没有人道歉");
    shanghai.until(CaseReopened.class, 1);
    JsonNode again = shanghai.events(CaseReopened.class).getFirst();
    assertThat(again.path("now").path("cycle").asInt()).isEqualTo(2);
    assertThat(again.path("apologyBy").asString()).isEqualTo("GENERAL_MANAGER");
    assertThat(again.path("moreMoney").asBoolean(true)).isFalse();
    assertThat(shanghai.get("/guidance").text())
        .contains("no more money", "general manager", "Explain what happened");
  }

  @Test
  @Order(3)
  void found_before_the_guest_said_a_word(Chain chain) {
    Scene marina = new Scene(chain, "SIN-PIER", "Asia/Singapore", "G-1301");
    marina.at("2027-01-26T15:05");
    marina.opens(Scene.hotel("SIN-PIER", "Asia/Singapore", "03:00", "SGD", 320, "LIVE"));
    knownBy(chain, marina, Map.of("email", "g1301@example.com", "locale", "en-SG"), 1);
    marina.complains(
        "k03",
        "2027-01-26T15:05",
        "SYSTEM_DETECTED",
        "ROOM_CLIMATE",
        "occurredAt",
        marina.instant("2027-01-26T14:58").toString(),
        "room",
        "1204",
        "departureAt",
        "2027-01-29T11:00:00+08:00");
    assertThat(marina.due("ACKNOWLEDGE")).isEqualTo("2027-01-26T15:15");
    assertThat(marina.due("APOLOGISE")).isEqualTo("2027-01-26T15:35");
    assertThat(marina.due("FIX")).isEqualTo("2027-01-26T17:05");
    assertThat(marina.snapshot().path("style").asString()).isEqualTo("PASSIVE");
    marina.until(StaffAlerted.class, 1);
    marina.at("2027-01-26T15:09");
    marina.does("FRONT_LINE", "acknowledge", Map.of());
    marina.at("2027-01-26T15:18");
    marina.does("DUTY_MANAGER", "apologise", Map.of());
    marina.at("2027-01-26T15:22");
    marina.does("FRONT_LINE", "fix-done", Map.of());
    marina.at("2027-01-26T15:24");
    marina.does(
        "FRONT_LINE",
        "grant-remedy",
        Map.of("remedy", "VOUCHER", "worth", Map.of("minorUnits", 3_200, "currency", "SGD")));
    JsonNode made = marina.events(MadeGood.class).getFirst();
    assertThat(made.path("tier").asString()).isEqualTo("ON_THE_SPOT");
    assertThat(made.path("exposureMoney").path("minorUnits").asLong()).isEqualTo(12_800);
    assertThat(made.path("nextDayExposureMoney").path("minorUnits").asLong()).isEqualTo(128_000);
    assertThat(marina.due("REMEDY_REACHES_GUEST")).isEqualTo("2027-01-27T15:24");
    marina.at("2027-01-26T15:52");
    marina.until(FollowUpDue.class, 1);
    assertThat(marina.alerts()).containsExactly("15:05 FRONT_LINE");
    assertThat(marina.broken()).isEmpty();
    marina.at("2027-01-26T17:24");
    String survey = survey(chain, "g1301@example.com");
    if (Browser.isHere()) {
      looks(survey);
    }
    assertThat(chain.fill(survey, "outcomeJustice", "5").status())
        .as("one is missing")
        .isEqualTo(422);
    answers(chain, survey, 5, 5, 5, 9, "");
    marina.until(FollowUpAnswered.class, 1);
    answers(chain, survey, 1, 1, 1, 0, "a second answer to one letter");
    assertThat(marina.events(CaseReopened.class)).as("the first answer counts").isEmpty();
    marina.does("DUTY_MANAGER", "link-prevention", Map.of("prevention", "PREV-1204"));
    assertThat(marina.snapshot().path("prevention").asString()).isEqualTo("PREV-1204");
  }

  @Test
  @Order(4)
  void one_guest_two_channels(Chain chain) {
    Scene sydney = new Scene(chain, "SYD-QUAY", "Australia/Sydney", "G-204");
    sydney.at("2027-02-20T18:05");
    sydney.opens(Scene.hotel("SYD-QUAY", "Australia/Sydney", "04:00", "AUD", 300, "LIVE"));
    knownBy(chain, sydney, Map.of("email", "g204@example.com", "phone", "+61 2 9374 4000"), 2);
    nobodyNamed(sydney, "phone", "2027-02-20T18:05", "PHONE", Map.of("phone", "+61-2-9374-4000"));
    sydney.at("2027-02-20T18:11");
    sydney.does("FRONT_LINE", "acknowledge", Map.of());
    sydney.at("2027-02-20T18:22");
    Map<String, String> writer = Map.of("email", "G204@Example.com");
    String mail = nobodyNamed(sydney, "mail-1", "2027-02-20T18:22", "EMAIL", writer);
    sydney.until(ReportJoined.class, 1);
    sydney.at("2027-02-20T18:30");
    assertThat(nobodyNamed(sydney, "mail-1", "2027-02-20T18:22", "EMAIL", writer))
        .as("delivered again under the same event id")
        .isEqualTo(mail);
    sydney.at("2027-02-20T18:31");
    nobodyNamed(sydney, "mail-2", "2027-02-20T18:31", "EMAIL", writer);
    sydney.until(ReportJoined.class, 2);
    Chain.until(
        "the mail is answered by mail", () -> !receipts(chain, "g204@example.com").isEmpty());
    assertThat(receipts(chain, "g204@example.com")).as("once").hasSize(1);

    assertThat(sydney.due("ACKNOWLEDGE")).isEqualTo("2027-02-20T18:15");
    assertThat(sydney.broken()).isEmpty();
    assertThat(sydney.snapshot().path("same").path("joined").size()).isEqualTo(2);
    assertThat(
            chain
                .get(
                    Ports.ORCHESTRATOR,
                    "/guests/G-204/cases/" + mail,
                    chain.token("HEAD_OFFICE", "hq"))
                .json()
                .path("snapshot")
                .path("caseId")
                .asString())
        .as("the mail's number leads to the first")
        .isEqualTo(sydney.caseId());
    Answer moved = sydney.asks("G-204", mail, "FRONT_LINE", "acknowledge", Map.of());
    assertThat(moved.text()).contains("MERGED_INTO", sydney.caseId());
    theWriterOf311(chain, sydney);
  }

  private static List<String> receipts(Chain chain, String address) {
    return chain.mailsTo(address).stream()
        .map(Chain.Mail::subject)
        .filter(subject -> subject.startsWith("We have your message"))
        .toList();
  }

  /** The page behind the letter that asks how it was; once it is there. */
  private static String survey(Chain chain, String address) {
    Chain.until("the survey is there", () -> !surveys(chain, address).isEmpty());
    return surveys(chain, address).getFirst();
  }

  /** On a telephone, in each language; the field for words comes with a low score. */
  private static void looks(String survey) {
    try (Browser browser = Browser.start("en")) {
      for (String language : List.of("en", "zh", "ar")) {
        browser.look(390, language.equals("ar"));
        browser.open(survey + "?lang=" + language);
        assertThat(browser.run("return document.querySelector('.comment').offsetHeight").asInt())
            .isZero();
        browser.run("document.querySelector('#score-3').click()");
        assertThat(browser.run("return document.querySelector('.comment').offsetHeight").asInt())
            .isPositive();
        assertThat(
                browser
                    .run("return document.documentElement.scrollWidth <= innerWidth")
                    .asBoolean())
            .as("nothing is wider than the telephone")
            .isTrue();
        browser.picture(Path.of("target", "screenshots", "survey-" + language + ".png"));
      }
    }
  }

  private static List<String> surveys(Chain chain, String address) {
    return chain.mailsTo(address).stream()
        .flatMap(mail -> mail.text().lines())
        .filter(line -> line.contains("/survey/"))
        .toList();
  }

  private static void answers(
      Chain chain,
      String page,
      int outcome,
      int procedure,
      int courtesy,
      int score,
      String comment) {
    Answer answer =
        chain.fill(
            page,
            "outcomeJustice",
            "" + outcome,
            "proceduralJustice",
            "" + procedure,
            "interactionalJustice",
            "" + courtesy,
            "score",
            "" + score,
            "comment",
            comment);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /** The chain's systems say how a guest is reached, and the door has learnt it. */
  private static void knownBy(Chain chain, Scene scene, Map<String, String> contact, int ways) {
    Map<String, String> guest = new HashMap<>(contact);
    guest.put("guestId", scene.guest());
    scene.opens(Map.of("guests", List.of(guest)));
    Chain.until(
        "the door knows " + scene.guest(),
        () ->
            TopicReader.read(chain.bootstrapServers(), Topics.LOOKUPS.on("")).stream()
                    .map(record -> Json.mapper().readTree(record.value()))
                    .filter(told -> scene.guest().equals(told.path("stated").asString("")))
                    .count()
                >= ways);
  }

  /** A complaint of somebody of whom a contact is all that is known; its id. */
  private static String nobodyNamed(
      Scene scene, String key, String at, String channel, Map<String, String> contact) {
    return scene.complains(key, at, channel, "ROOM_CLIMATE", "guestId", "", "contact", contact);
  }

  /** A guest of their own until the hotel's system says whose the address is. */
  private static void theWriterOf311(Chain chain, Scene sydney) {
    Scene known = new Scene(chain, "SYD-QUAY", "Australia/Sydney", "G-390");
    sydney.at("2027-02-20T18:50");
    known.complains("desk-311", "2027-02-20T18:50", "FRONT_DESK", "ROOM_CLIMATE", "room", "311");
    sydney.at("2027-02-20T19:10");
    Map<String, String> writer = Map.of("email", "room311@example.com");
    String mail = nobodyNamed(known, "mail-311", "2027-02-20T19:10", "EMAIL", writer);
    String unknown = "A-" + mail;
    String path = "/guests/" + unknown + "/cases/" + mail;
    String office = chain.token("HEAD_OFFICE", "hq");
    Chain.until(
        "the writer has a case", () -> chain.get(Ports.ORCHESTRATOR, path, office).status() == 200);
    Chain.until(
        "the writer has a risk of their own",
        () -> chain.get(Ports.SCORER, "/guests/" + unknown + "/risk", office).status() == 200);
    Chain.until(
        "the writer has an answer", () -> receipts(chain, "room311@example.com").size() == 1);
    sydney.at("2027-02-20T19:40");
    knownBy(chain, known, writer, 1);
    Chain.until(
        "the case says whose it is now",
        () ->
            chain
                .get(Ports.ORCHESTRATOR, path, office)
                .json()
                .path("snapshot")
                .path("now")
                .path("linkedTo")
                .asString()
                .equals("G-390"));
    JsonNode shown = chain.get(Ports.ORCHESTRATOR, path, office).json().path("snapshot");
    assertThat(shown.path("guestId").asString()).as("it stays where it is").isEqualTo(unknown);
    assertThat(shown.path("same").path("suggested").toString())
        .as("beside the case of 18:50, as the same matter")
        .contains(known.caseId());
    Answer done = known.asks(unknown, mail, "FRONT_LINE", "acknowledge", Map.of());
    assertThat(done.status()).as(done.text()).isEqualTo(200);
    Chain.until(
        "the old id has no risk any more",
        () -> chain.get(Ports.SCORER, "/guests/" + unknown + "/risk", office).status() == 410);
    Chain.until(
        "one risk over both histories",
        () ->
            chain
                .get(Ports.SCORER, "/guests/G-390/risk", office)
                .json()
                .path("openCases")
                .toString()
                .contains(mail));
    assertThat(chain.events(Topics.GUEST_LINKS, unknown, EventType.of(GuestsLinked.class)))
        .as("told once")
        .singleElement()
        .matches(link -> link.path("to").asString().equals("G-390"));
    sydney.at("2027-02-20T19:50");
    String again = nobodyNamed(known, "mail-312", "2027-02-20T19:50", "EMAIL", writer);
    Chain.until(
        "what the writer sends from now on is G-390's",
        () ->
            chain.events(Topics.COMPLAINTS, "G-390", EventType.of(ComplaintAccepted.class)).stream()
                .anyMatch(told -> told.path("complaintId").asString().equals(again)));
  }

  @Test
  @Order(5)
  void the_night_the_clock_goes_forward(Chain chain) {
    Scene paris = new Scene(chain, "CDG-OPERA", "Europe/Paris", "G-6");
    paris.at("2027-03-28T01:40+01:00");
    paris.opens(Scene.hotel("CDG-OPERA", "Europe/Paris", "03:00", "EUR", 180, "LIVE"));
    paris.complains(
        "paris",
        "2027-03-28T01:40+01:00",
        "FRONT_DESK",
        "NO_HOT_WATER",
        "departureAt",
        "2027-03-30T11:00:00+02:00");
    paris.at("2027-03-28T01:48+01:00");
    paris.does("FRONT_LINE", "acknowledge", Map.of());
    assertThat(paris.due("APOLOGISE")).isEqualTo("2027-03-28T03:10");
    assertThat(paris.due("FIX")).isEqualTo("2027-03-28T04:40");
    paris.at("2027-03-28T01:10:00Z");
    paris.until(TierEntered.class, 1);
    assertThat(paris.events(TierEntered.class))
        .singleElement()
        .satisfies(
            entered -> {
              assertThat(entered.path("tier").path("tier").asString()).isEqualTo("NEXT_DAY");
              assertThat(entered.path("occurredAt").asString()).isEqualTo("2027-03-28T01:10:00Z");
            });
    assertThat(paris.get("/clocks").text()).contains("At 02:00 the clock was put forward to 03:00");
  }

  @Test
  @Order(6)
  void bitten_unheard_and_then_in_public(Chain chain) {
    Scene thamel = new Scene(chain, "KTM-THAMEL", "Asia/Kathmandu", "G-077");
    thamel.at("2027-05-15T23:50");
    thamel.opens(Scene.hotel("KTM-THAMEL", "Asia/Kathmandu", "02:00", "NPR", 12_000, "LIVE"));
    thamel.complains(
        "k02",
        "2027-05-15T23:50",
        "FRONT_DESK",
        "PESTS",
        "room",
        "212",
        "departureAt",
        "2027-05-17T11:00:00+05:45");
    thamel.until(StaffAlerted.class, 1);
    int alerts = 1;
    for (String hour : List.of("15T23:55", "16T00:00", "16T00:20", "16T01:50", "16T02:00")) {
      thamel.at("2027-05-" + hour);
      alerts += hour.endsWith("00:20") ? 2 : 1;
      thamel.until(StaffAlerted.class, alerts);
    }
    assertThat(thamel.alerts())
        .containsExactly(
            "23:50 FRONT_LINE",
            "23:55 SUPERVISOR",
            "00:00 DUTY_MANAGER",
            "00:20 DUTY_MANAGER",
            "00:20 GENERAL_MANAGER",
            "01:50 REGION",
            "02:00 GENERAL_MANAGER");
    assertThat(thamel.events(TierEntered.class))
        .extracting(
            e -> e.path("occurredAt").asString() + " " + e.path("tier").path("tier").asString())
        .containsExactly("2027-05-15T18:35:00Z SAME_DAY", "2027-05-15T20:15:00Z NEXT_DAY");
    assertThat(
            thamel
                .events(TierEntered.class)
                .getLast()
                .path("exposureMoney")
                .path("minorUnits")
                .asLong())
        .isEqualTo(4_800_000);

    thamel.at("2027-05-16T09:34");
    thamel.complains(
        "k02-post", "2027-05-16T09:34", "SOCIAL_MEDIA", "PESTS", "guestId", "", "room", "212");
    thamel.until(DuplicateSuggested.class, 1);
    JsonNode post =
        thamel.events(DuplicateSuggested.class).getFirst().path("suggested").path("other");
    thamel.at("2027-05-16T09:40");
    Answer merged =
        thamel.asks(
            post.path("guestId").asString(),
            post.path("caseId").asString(),
            "DUTY_MANAGER",
            "merge",
            Map.of("other", Map.of("guestId", thamel.guest(), "caseId", thamel.caseId())));
    assertThat(merged.status()).as(merged.text()).isEqualTo(200);
    thamel.until(ReportJoined.class, 1);
    assertThat(thamel.snapshot().path("style").asString()).isEqualTo("ACTIVIST");
    assertThat(thamel.due("FIRST_PUBLIC_ANSWER")).isEqualTo("2027-05-16T21:34");
    thamel.at("2027-05-16T11:34");
    thamel.until(SituationChanged.class, 1);
    assertThat(thamel.snapshot().path("now").path("severity").asString()).isEqualTo("CRITICAL");
  }

  @Test
  @Order(7)
  void the_night_the_clock_goes_back_with_an_outage(Chain chain) {
    Scene york = new Scene(chain, "NYC-MIDTOWN", "America/New_York", "G-5");
    york.at("2027-11-07T00:50-04:00");
    york.opens(Scene.hotel("NYC-MIDTOWN", "America/New_York", "03:00", "USD", 300, "LIVE"));
    york.complains(
        "york",
        "2027-11-07T00:50-04:00",
        "FRONT_DESK",
        "NOISE_FROM_HOTEL",
        "departureAt",
        "2027-11-09T11:00:00-05:00");
    york.until(StaffAlerted.class, 1);
    york.at("2027-11-07T00:55-04:00");
    york.until(StaffAlerted.class, 2);
    york.at("2027-11-07T00:57-04:00");
    york.does("FRONT_LINE", "acknowledge", Map.of());
    york.at("2027-11-07T05:10:00Z");
    chain.stack().kill(Ports.ORCHESTRATOR);
    york.at("2027-11-07T06:40:00Z");
    fixIsPublished(chain, york);
    york.at("2027-11-07T06:58:00Z");
    chain.stack().start(Ports.ORCHESTRATOR);
    york.until(PromiseBroken.class, 2);
    york.until(StaffAlerted.class, 3);
    assertThat(york.broken())
        .containsExactly("APOLOGISE 2027-11-07T05:20:00Z", "NEXT_UPDATE 2027-11-07T05:57:00Z");
    JsonNode alert = york.events(StaffAlerted.class).getLast();
    assertThat(york.events(StaffAlerted.class)).hasSize(3);
    assertThat(alert.path("role").asString()).isEqualTo("DUTY_MANAGER");
    assertThat(alert.path("late").asBoolean()).isTrue();
    assertThat(alert.path("lateSince").asString()).isEqualTo("2027-11-07T05:20:00Z");
    assertThat(york.get("/clocks").text()).contains("At 02:00 the clock was put back to 01:00");
  }

  /** While nobody hears it: in the log, at that hour. */
  private static void fixIsPublished(Chain chain, Scene york) {
    CommandAsked done =
        new CommandAsked(
            "fixed-meanwhile",
            new GuestId(york.guest()),
            new CaseId(york.caseId()),
            CommandAsked.Verb.FIX_DONE,
            Actor.staff("ana"),
            Role.FRONT_LINE,
            Set.of("*"),
            null);
    EventHeaders headers =
        new EventHeaders(
            "fixed-meanwhile",
            "amends/recovery-orchestrator",
            EventType.of(CommandAsked.class),
            null,
            "fixed-meanwhile",
            null,
            null,
            false);
    try (Wire wire = new Wire(chain.bootstrapServers())) {
      wire.send(
          new ProducerRecord<>(
              Topics.COMMANDS.on(""),
              null,
              Keys.bytes(york.guest()),
              Json.bytes(done),
              headers.write()));
    }
  }

  @Test
  @Order(8)
  void the_gate_a_complaint_of_yesterday_alerts_one_level_once(Chain chain) {
    Scene bund = new Scene(chain, "SHA-GATE", "Asia/Shanghai", "G-9");
    bund.at("2028-01-04T09:10");
    bund.opens(Scene.hotel("SHA-GATE", "Asia/Shanghai", "04:00", "CNY", 900, "STAFF_ONLY"));
    bund.complains(
        "gate",
        "2028-01-03T21:14",
        "FRONT_DESK",
        "REQUEST_FORGOTTEN",
        "departureAt",
        "2028-01-06T12:00:00+08:00");
    bund.until(StaffAlerted.class, 1);
    JsonNode alert = bund.events(StaffAlerted.class).getFirst();
    assertThat(bund.events(StaffAlerted.class)).hasSize(1);
    assertThat(alert.path("late").asBoolean()).isTrue();
    assertThat(bund.local(java.time.Instant.parse(alert.path("lateSince").asString())))
        .isEqualTo("2028-01-03T21:24");
    Chain.until(
        "one mail says since when it is late",
        () -> chain.mailsTo(Scene.mail(alert.path("role").asString(), "SHA-GATE")).size() == 1);
    assertThat(
            chain.mailsTo(Scene.mail(alert.path("role").asString(), "SHA-GATE")).getFirst().text())
        .contains("Late since", "21:24");
    bund.opens(
        Map.of(
            "rosters",
            List.of(Map.of("propertyId", "SHA-GATE", "people", List.of(), "shifts", List.of()))));
    Chain.until(
        "the readiness page names what is missing",
        () ->
            chain
                .get(
                    Ports.ORCHESTRATOR,
                    "/properties/SHA-GATE/readiness",
                    chain.token("HEAD_OFFICE", "hq"))
                .text()
                .contains("There is no general manager."));
  }
}
