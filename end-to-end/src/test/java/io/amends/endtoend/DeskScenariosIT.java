package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.amends.local.program.Ports;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The evenings that prove the product, as the people in them had them in hand: what a clerk, a
 * supervisor and two managers do, they do on the desk's pages.
 */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskScenariosIT {

  private static final String AGE = "return document.querySelector('.asof').textContent";

  private static @Nullable Desk shared;

  @BeforeAll
  static void there_is_a_browser(Chain chain) {
    assumeTrue(
        Browser.isHere(),
        "skipped: no chromedriver on the PATH (Debian: apt-get install chromium chromium-driver)");
    shared = Desk.in(chain, "en");
  }

  @AfterAll
  static void close() {
    if (shared != null) {
      shared.close();
    }
  }

  @Test
  void the_clerk_who_wanted_to_do_more(Chain chain) {
    String bowery = "NYC-BOWERY";
    Scene york = new Scene(chain, bowery, "America/New_York", "G-733-BOWERY");
    String day = tomorrow(chain, "America/New_York");
    york.at(day + "T08:58");
    york.opens(Scene.hotel(bowery, "America/New_York", "03:00", "USD", 300, "LIVE"));
    york.complains(
        "desk-clerk",
        day + "T08:58",
        "FRONT_DESK",
        "DIRTY_ROOM",
        "room",
        "1711",
        "departureAt",
        york.instant(LocalDate.parse(day).plusDays(2) + "T11:00").toString());
    Desk desk = desk();
    desk.as("FRONT_LINE", "FRONT_LINE", bowery).opensCase(york.caseId());
    desk.taps("ACKNOWLEDGE", "Done.");
    desk.as("DUTY_MANAGER", "DUTY_MANAGER", bowery).taps("APOLOGISE", "Done.");
    desk.as("FRONT_LINE", "FRONT_LINE", bowery).opensCase(york.caseId());
    desk.tapsSlowly(
        "UPDATE_GUEST", () -> dearerMeanwhile(chain, desk, york, day + "T09:50"), "Done.");

    york.at(day + "T10:02");
    desk.gives("REFUND", "225", "", "You can give USD\u00a0150 now.");
    desk.sees(
        "For USD\u00a0225 I have asked SUPERVISOR (supervisor), answer by 10:17.",
        "Then DUTY_MANAGER (duty manager).");

    desk.as("SUPERVISOR", "SUPERVISOR", bowery).open("/approvals");
    desk.sees("a refund, USD\u00a0225", "Asked by FRONT_LINE, front line, 10:02", "Asked of you");
    desk.sees("10:17", "Room 1711 · Room not clean", "major, same day; known since 08:58");
    desk.sees("USD\u00a0225 in all over this case; what fits is USD\u00a060 to USD\u00a0300");
    approvalsInAllLooks(desk);

    york.at(day + "T10:17");
    desk.as("DUTY_MANAGER", "DUTY_MANAGER", bowery).open("/approvals").sees("USD\u00a0225");
    Chain.until(
        "the duty manager is asked, without a reload",
        () -> desk.browser().text().contains("Asked of you"));
    york.at(day + "T10:21");
    desk.taps("APPROVE_REMEDY", "reason", "Two nights of it", "Done.").sees("Nobody waits for you");

    york.at(day + "T10:30");
    desk.as("FRONT_LINE", "FRONT_LINE", bowery).opensCase(york.caseId());
    desk.gives("REFUND", "90", "The smell is still there", "asked DUTY_MANAGER (duty manager)");
    desk.sees("Nothing is left that you can give over this case without asking.");

    york.at(day + "T10:35");
    desk.as("SUPERVISOR", "FRONT_LINE", bowery).open("/approvals").sees("Nobody waits for you");
    desk.as("GENERAL_MANAGER", "gm", Hotels.RIVER).open("/approvals").sees("Nobody waits");
    desk.open("/cases/" + york.caseId()).sees("There is no such case");
    desk.as("DUTY_MANAGER", "DUTY_MANAGER", bowery).open("/approvals").sees("The smell is still");
    desk.taps("REFUSE_REMEDY", "reason", "A new room is enough", "Done.");
    desk.opensCase(york.caseId()).sees("it is not to be given");

    desk.taps("CORRECT_DETECTION", "detectedAt", day + "T23:00", "It cannot have become known");
    desk.taps("FIX_DONE", "Done.").taps("REMEDY_REACHED", "Done.").taps("REOPEN", "Done.");
    desk.sees("opened again, round 2");
    theBooksBalance(chain, bowery, york.caseId());

    desk.taps("LINK_PREVENTION", "prevention", "HSK-2027.118", "Done.");
    desk.taps("CORRECT_SEVERITY", "severity", "CRITICAL", "Done.").sees("critical");
  }

  /** The case changes, and its open page is told so and has time to ask again. */
  private static void dearerMeanwhile(Chain chain, Desk desk, Scene scene, String local) {
    scene.at(local);
    String reader = chain.token("FRONT_LINE", "FRONT_LINE", "NYC-BOWERY");
    String page = "/cases/" + scene.caseId();
    Chain.until(
        "the desk shows it dearer",
        () -> chain.get(Ports.DESK, page, reader).text().contains("has become dearer"));
    Set<String> ages = new HashSet<>(); // it tells its age anew each second
    Chain.until(
        "the page is some seconds older",
        () -> ages.add(desk.browser().run(AGE).asString("")) && ages.size() > 3);
  }

  /** Ledger and report, as a spreadsheet gets them. */
  private static void theBooksBalance(Chain chain, String bowery, String caseId) {
    String tom = chain.token("DUTY_MANAGER", "DUTY_MANAGER", bowery);
    List<Map<String, String>> ledger = csv(chain, "/ledger.csv", tom);
    assertThat(ledger)
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsEntry("caseId", caseId)
                    .containsEntry("property", bowery)
                    .containsEntry("currency", "USD")
                    .containsEntry("asked", "STAFF:FRONT_LINE"));
    assertThat(ledger)
        .extracting(
            line -> line.get("kind") + " " + line.get("book") + " " + line.get("minorUnits"))
        .containsExactly(
            "RESERVE RESERVED 22500",
            "COMMIT RESERVED -22500",
            "COMMIT GIVEN 22500",
            "RESERVE RESERVED 9000",
            "RELEASE RESERVED -9000");
    assertThat(ledger).extracting(line -> line.get("by")).contains("STAFF:DUTY_MANAGER");
    assertThat(
            chain.get(Ports.DESK, "/ledger.csv", chain.token("FRONT_LINE", "x", bowery)).status())
        .as("the books are not for everybody")
        .isEqualTo(403);
    assertThat(csv(chain, "/reports/grants.csv", tom))
        .containsExactly(
            Map.of(
                "role", "FRONT_LINE",
                "wishes", "2",
                "alone", "0",
                "share", "0.0",
                "approved", "1",
                "declined", "1",
                "waiting", "0",
                "median", "19.0"));
  }

  @Test
  void discount_and_points_and_still_unhappy(Chain chain) {
    String bund = "SHA-WHARF";
    Scene shanghai = new Scene(chain, bund, "Asia/Shanghai", "G-118-WHARF");
    String friday = tomorrow(chain, "Asia/Shanghai");
    String saturday = LocalDate.parse(friday).plusDays(1).toString();
    shanghai.at(friday + "T22:20");
    shanghai.opens(Scene.hotel(bund, "Asia/Shanghai", "04:00", "CNY", 900, "LIVE"));
    shanghai.complains(
        "desk-k01",
        friday + "T22:20",
        "FRONT_DESK",
        "BOOKING_NOT_FOUND",
        "departureAt",
        shanghai.instant(LocalDate.parse(friday).plusDays(2) + "T12:00").toString());
    Desk desk = desk();
    shanghai.at(friday + "T22:41");
    desk.as("DUTY_MANAGER", "DUTY_MANAGER", bund).opensCase(shanghai.caseId());
    desk.taps("ACKNOWLEDGE", "Done.").sees("DUTY_MANAGER has it");
    desk.taps("HAND_OVER", "department", "SALES", "Done.").sees("handed it to Sales");
    desk.taps("ACCEPT_HAND_OVER", "Done.").sees("took it over");
    desk.taps("PAUSE", "reason", "WAITING_FOR_GUEST", "Done.").sees("The clocks stand still");
    desk.taps("RESUME", "Done.").sees("The clocks run again.");
    shanghai.at(friday + "T23:30");
    desk.as("FRONT_LINE", "FRONT_LINE", bund).taps("FIX_DONE", "Done.");

    shanghai.at(saturday + "T15:00");
    desk.as("SUPERVISOR", "SUPERVISOR", bund).opensCase(shanghai.caseId());
    desk.gives("DISCOUNT", "270", "", "Done.").gives("POINTS", "3000", "", "Done.");
    desk.sees("×10", "a discount CNY\u00a0270", "3,000 points (CNY\u00a0270)");
    shanghai.at(saturday + "T15:10");
    desk.as("DUTY_MANAGER", "DUTY_MANAGER", bund).taps("CLOSE", "Nobody has apologised. Who can: ");
    desk.sees("The cause is not set. Who can: ", "Nobody has heard from the guest");
    shanghai.at(saturday + "T15:30");
    desk.taps("APOLOGISE", "Done.").sees("Made good after", "CNY\u00a04,500");
    desk.taps("SET_ROOT_CAUSE", "cause", "COMMUNICATION", "Done.");

    shanghai.at(saturday + "T20:05");
    chain.post(
        Ports.INTAKE,
        "/interactions",
        chain.token("INTEGRATOR", "survey"),
        Map.of(
            "kind",
            "SURVEY_ANSWERED",
            "guestId",
            shanghai.guest(),
            "caseId",
            shanghai.caseId(),
            "occurredAt",
            shanghai.instant(saturday + "T20:05").toString(),
            "score",
            3,
            "outcomeJustice",
            4,
            "proceduralJustice",
            2,
            "interactionalJustice",
            1),
        Map.of("Idempotency-Key", "desk-k01-survey"));
    Chain.until(
        "it is opened again, without a reload",
        () -> desk.browser().text().contains("opened again, round 2"));
    desk.sees(
        "No more money: the guest found it fair.",
        "The guest gave 1 of 5.",
        "Apologise in person: general manager; and explain what happened.");

    String gm = chain.token("GENERAL_MANAGER", "GENERAL_MANAGER", bund);
    assertThat(csv(chain, "/reports/fairness.csv", gm))
        .containsExactly(
            Map.of(
                "given",
                "2",
                "answers",
                "1",
                "outcome",
                "4.0",
                "procedure",
                "2.0",
                "courtesy",
                "1.0",
                "score",
                "3.0"));
    desk.as("GENERAL_MANAGER", "GENERAL_MANAGER", bund).open("/reports/causes");
    desk.sees("Booking not found", "100\u00a0%");
    desk.follows(".figures td a", "/reports/places").sees(bund);
    desk.follows(".figures td a", "/reports/cases").sees(shanghai.caseId().substring(0, 8));
    desk.follows(".figures td:nth-child(7) a", "/cases/" + shanghai.caseId());
    desk.sees("What we promised, and until when");
    assertThat(csv(chain, "/reports/gap3.csv", gm))
        .extracting(row -> row.get("property") + " " + row.get("department"))
        .containsExactly(bund + " FRONT_OFFICE");
  }

  @Test
  void bitten_unheard_and_then_in_public(Chain chain) {
    String hotel = "KTM-PATAN";
    Scene bitten = new Scene(chain, hotel, "Asia/Kathmandu", "G-077-PATAN");
    String night = tomorrow(chain, "Asia/Kathmandu");
    String morning = LocalDate.parse(night).plusDays(1).toString();
    bitten.at(night + "T23:50");
    bitten.opens(Scene.hotel(hotel, "Asia/Kathmandu", "02:00", "NPR", 12_000, "LIVE"));
    bitten.complains(
        "desk-k02",
        night + "T23:50",
        "FRONT_DESK",
        "PESTS",
        "room",
        "212",
        "departureAt",
        bitten.instant(LocalDate.parse(night).plusDays(2) + "T11:00").toString());
    Desk desk = desk();
    bitten.at(morning + "T09:34");
    String post =
        bitten.complains(
            "desk-k02-post",
            morning + "T09:34",
            "SOCIAL_MEDIA",
            "PESTS",
            "guestId",
            "",
            "room",
            "212");
    desk.as("DUTY_MANAGER", "DUTY_MANAGER", hotel).opensCase(bitten.caseId());
    Chain.until(
        "the post is suggested, without a reload",
        () -> desk.browser().has("form[action$='/MERGE']"));
    bitten.at(morning + "T09:40");
    desk.taps("MERGE", "Done.");
    desk.sees("The same was told once more", "in public", "Tells others too");
    desk.sees("×10", "NPR\u00a048,000");

    desk.open("/today").sees("Room 212");
    desk.open("/compare?a=" + bitten.caseId() + "&b=" + post).sees("part of another case");
    desk.opensCase(bitten.caseId()).taps("ANSWER_PUBLICLY", "Your role does not do this.");
    desk.sees("Who can: GENERAL_MANAGER (general manager)");
    desk.as("GENERAL_MANAGER", "GENERAL_MANAGER", hotel).taps("ANSWER_PUBLICLY", "Done.");
    desk.sees("GENERAL_MANAGER answered in public");
  }

  /** A page with something on it, in each language, width and light, also to who can't see it. */
  private static void approvalsInAllLooks(Desk desk) {
    List<String> wrong = new ArrayList<>();
    for (String language : List.of("zh", "ar", "en")) {
      desk.reads(language);
      wrong.addAll(Looks.of(desk, language, "waiting", "/approvals"));
    }
    assertThat(wrong).isEmpty();
    assertThat(desk.browser().has(".row.ask")).as("something waits").isTrue();
  }

  private static Desk desk() {
    return java.util.Objects.requireNonNull(shared, "a browser");
  }

  /** The chain's clock goes on from test to test: each is told on the next day. */
  private static String tomorrow(Chain chain, String zone) {
    return chain.now().atZone(ZoneId.of(zone)).toLocalDate().plusDays(1).toString();
  }

  /** Its rows by the names in its first line; no cell of ours holds a comma. */
  private static List<Map<String, String>> csv(Chain chain, String path, String token) {
    String[] lines = chain.get(Ports.DESK, path, token).text().split("\r\n", -1);
    String[] names = lines[0].split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i < lines.length - 1; i++) {
      String[] cells = lines[i].split(",", -1);
      Map<String, String> row = new java.util.LinkedHashMap<>();
      for (int j = 0; j < names.length; j++) {
        row.put(names[j], cells[j]);
      }
      rows.add(row);
    }
    return rows;
  }
}
