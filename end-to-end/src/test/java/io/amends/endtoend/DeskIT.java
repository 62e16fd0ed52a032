package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.amends.contracts.EventType;
import io.amends.contracts.desk.PersonalDataSeen;
import io.amends.contracts.topics.Topics;
import io.amends.local.program.Ports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The desk as people use it: in a real browser, signed in, with a thumb. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskIT {

  @BeforeAll
  static void there_is_a_browser() {
    assumeTrue(
        Browser.isHere(),
        "skipped: no chromedriver on the PATH (Debian: apt-get install chromium chromium-driver)");
  }

  @Test
  void a_clerk_sees_it_come_has_it_mends_it_and_is_shown_the_way_on(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    chain.put(Ports.INTAKE, "/reference", office, Hotels.reference());
    try (Desk desk = Desk.in(chain, "en").signsIn("ana")) {
      desk.sees("Today");
      String mark = Long.toString(System.nanoTime() % 9000 + 1000);
      String caseId = complain(chain, office, mark, "NO_HOT_WATER");
      desk.sees("Room " + mark, "No hot water", "nobody has it"); // without a reload

      desk.opensCase(caseId).sees("What we promised", "The guest told us");
      desk.taps("ACKNOWLEDGE", "Done.").sees("Ana Tan has it");
      desk.taps("APOLOGISE", "Done.").taps("FIX_DONE", "Done.").sees("it gets no dearer");
      desk.gives("VOUCHER", "32", "", "Done.").sees("gave a voucher, worth SGD");

      desk.gives("REFUND", "240", "", "You can give SGD\u00a0128 now.");
      desk.sees("Tom Lim (duty manager)");
      desk.taps("CLOSE", "The cause is not set. Who can: Ana Tan (front line)");
      assertThat(desk.browser().complaints())
          .filteredOn(said -> said.contains("Content Security"))
          .isEmpty();
    }
  }

  @Test
  void what_belongs_to_another_hotel_or_to_few_eyes_is_not_there_unless_the_glass_is_broken(
      Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    chain.put(Ports.INTAKE, "/reference", office, Hotels.reference());
    String guest = "G-privacy-breach0902";
    String secret = complain(chain, office, "0902", "PRIVACY_BREACH");
    try (Desk desk = Desk.in(chain, "en").signsIn("ana")) {
      Chain.until(
          "the view has it",
          () -> desk.open("/cases/" + secret).browser().text().contains("For few eyes"));
      desk.doesNotSee("Privacy breach").sees("ask the duty manager");
      desk.open("/find?q=0902").sees("Nothing found").doesNotSee("Privacy breach");

      desk.as("DUTY_MANAGER", "tom-bund", "SHA-BUND").open("/cases/" + secret);
      desk.sees("There is no such case");

      desk.as("DUTY_MANAGER", "tom", Hotels.SINGAPORE).open("/cases/" + secret);
      desk.sees("For few eyes").doesNotSee("Privacy breach");
      assertThat(seen(chain, guest)).isEmpty();
      desk.browser().fill("textarea[name=reason]", "The guest stands at my desk");
      desk.browser().click("form[action$='/glass'] button");
      desk.sees("You opened this case with a reason", "Privacy breach");
      assertThat(desk.browser().address()).endsWith("/cases/" + secret);
      desk.taps("ACKNOWLEDGE", "").sees("You opened this case with a reason");
      assertThat(seen(chain, guest))
          .isNotEmpty()
          .allSatisfy(
              view -> {
                assertThat(view.path("actor").asString()).isEqualTo("STAFF:tom");
                assertThat(view.path("occasion").asString()).isEqualTo("BROKEN_GLASS");
                assertThat(view.path("reason").asString()).isEqualTo("The guest stands at my desk");
              });
      theOfficeReadsWhoLooked(chain, desk, secret);
    }
  }

  /**
   * The clerk and the duty manager are not let in; head office sees the reason and takes a file.
   */
  private static void theOfficeReadsWhoLooked(Chain chain, Desk desk, String caseId) {
    String path = "/audit?occasion=BROKEN_GLASS&case=" + caseId;
    assertThat(desk.open("/today").browser().has("a[href='/audit']")).isFalse();
    desk.as("HEAD_OFFICE", "olivia", "*").open("/today");
    assertThat(desk.browser().has("a[href='/audit']")).isTrue();
    Chain.until(
        "the view has it", () -> desk.open(path).browser().text().contains("stands at my desk"));
    desk.sees("Tom Lim", "duty manager", "opened with a reason", "by 1 person at 1 guest");
    desk.follows(".look .sub a[href^='/cases']", "/cases/" + caseId).sees("Privacy breach");
    String csv =
        chain
            .get(Ports.DESK, path.replace("?", ".csv?"), chain.token("HEAD_OFFICE", "olivia"))
            .text();
    assertThat(csv.lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.contains(",STAFF:tom,DUTY_MANAGER,G-privacy-breach0902," + caseId))
        .allMatch(line -> line.endsWith(",BROKEN_GLASS,The guest stands at my desk"));
    assertThat(
            chain
                .get(Ports.DESK, "/audit.csv", chain.token("DUTY_MANAGER", "tom", Hotels.SINGAPORE))
                .status())
        .isEqualTo(403);
  }

  @Test
  void a_page_says_since_when_it_knows_nothing_while_the_broker_is_away(Chain chain)
      throws Exception {
    String office = chain.token("HEAD_OFFICE", "hq");
    chain.put(Ports.INTAKE, "/reference", office, Hotels.reference());
    String mark = Long.toString(System.nanoTime() % 9000 + 1000);
    complain(chain, office, mark, "ROOM_CLIMATE");
    try (Desk desk = Desk.in(chain, "en").as("FRONT_LINE", "ana", Hotels.SINGAPORE)) {
      desk.open("/today").sees("Room " + mark, "as of ").doesNotSee("behind");
      chain.signal(Ports.BROKER, "STOP");
      try {
        desk.sees(" s behind"); // the process is well and its page stays
        String since = asOf(desk);
        desk.sees("Room " + mark).open("/today").sees(" s behind", "Room " + mark);
        assertThat(asOf(desk)).as("nothing newer is claimed").isEqualTo(since);
      } finally {
        chain.signal(Ports.BROKER, "CONT");
      }
      Chain.until("it is up to date", () -> !desk.browser().text().contains("behind"));
      String next = Long.toString(System.nanoTime() % 9000 + 1000);
      complain(chain, office, next, "NO_HOT_WATER");
      desk.sees("Room " + next);
    }
  }

  /** The hour up to which the page has everything. */
  private static String asOf(Desk desk) {
    String pill =
        desk.browser().run("return document.querySelector('.asof').textContent").asString("");
    return pill.replaceAll("(?s).*?(\\d\\d:\\d\\d:\\d\\d).*", "$1");
  }

  @Test
  void a_guest_is_found_by_name_and_whoever_saw_it_is_on_record(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    chain.put(Ports.INTAKE, "/reference", office, Hotels.reference());
    String caseId =
        chain.complain(
            office,
            "desk-found",
            Map.of(
                "propertyId", Hotels.SINGAPORE,
                "guestId", "G-301",
                "room", "1666",
                "channel", "FRONT_DESK",
                "occurredAt", chain.now().toString(),
                "issue", "NO_HOT_WATER",
                "narrative", "The kettle sang marigold"));
    try (Desk desk = Desk.in(chain, "en").as("SUPERVISOR", "mia-finds", Hotels.SINGAPORE)) {
      for (String words : List.of("1666", "G-301", caseId.substring(0, 8), "marigold", "Li Wei")) {
        Chain.until(
            "found by " + words,
            () ->
                desk.open("/find?q=" + words.replace(" ", "+"))
                    .browser()
                    .has("a[href='/cases/%s']".formatted(caseId)));
      }
      desk.sees("Li Wei").opensCase(caseId).sees("The kettle sang marigold", "Li Wei");
    }
    assertThat(seen(chain, "G-301"))
        .filteredOn(view -> view.path("actor").asString().equals("STAFF:mia-finds"))
        .extracting(view -> view.path("occasion").asString())
        .contains("FIND", "CASE");
  }

  @Test
  void an_open_page_says_that_it_is_behind_and_catches_up_after_a_cut(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    chain.put(Ports.INTAKE, "/reference", office, Hotels.reference());
    String mark = Long.toString(System.nanoTime() % 9000 + 1000);
    try (Desk signedIn = Desk.in(chain, "en").signsIn("ana");
        Desk desk = Desk.in(chain, "en").as("FRONT_LINE", "ana", Hotels.SINGAPORE)) {
      desk.open("/today").sees("as of ").doesNotSee("behind");
      chain.stack().kill(Ports.DESK);
      complain(chain, office, mark, "ROOM_CLIMATE");
      desk.sees(" s behind");
      chain.stack().start(Ports.DESK);
      desk.sees("Room " + mark); // without a reload
      Chain.until("it is up to date", () -> !desk.browser().text().contains("behind"));
      signedIn.sees("you are signed out"); // sessions went with the process
    }
  }

  @Test
  void every_page_is_usable_in_both_widths_light_and_dark_in_three_languages(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    chain.put(Ports.INTAKE, "/reference", office, Hotels.reference());
    String first = complain(chain, office, "1204", "ROOM_CLIMATE");
    String second = complain(chain, office, "0815", "DIRTY_ROOM");
    String secret = complain(chain, office, "0903", "PRIVACY_BREACH");
    String told = unsorted(chain, office);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("today", "/today");
    pages.put("case", "/cases/" + first);
    pages.put("compare", "/compare?a=" + first + "&b=" + second);
    pages.put("find", "/find?q=1204");
    pages.put("reports", "/reports/promises");
    pages.put("causes", "/reports/causes");
    pages.put("tiers", "/reports/tiers");
    pages.put("cases", "/reports/cases");
    pages.put("at-risk", "/reports/at-risk");
    pages.put("heat", "/reports/heat");
    pages.put("offers", "/reports/offers");
    pages.put("audit", "/audit");
    pages.put("perhaps", "/cases/" + told);
    pages.put("none", "/cases/there-is-none");
    List<String> found = new ArrayList<>();
    try (Desk desk = Desk.in(chain, "en").signsIn("head-office")) {
      desk.opensCase(first).opensCase(second).opensCase(secret).opensCase(told);
      Chain.until("it may be the same", () -> desk.opensCase(told).browser().has(MERGE));
      for (String language : List.of("zh", "ar", "en")) {
        desk.reads(language);
        pages.forEach((name, path) -> found.addAll(Looks.of(desk, language, name, path)));
      }
      desk.as("DUTY_MANAGER", "tom", Hotels.SINGAPORE);
      found.addAll(Looks.of(desk, "en", "glass", "/cases/" + secret));
    }
    assertThat(found).isEmpty();
  }

  private static final String MERGE = "form[action$='/MERGE']";

  /** A guest tells it in words alone, and so does the one who shares the room. */
  private static String unsorted(Chain chain, String office) {
    for (String guest : List.of("G-words-1", "G-words-2")) {
      Map<String, Object> told =
          Map.of(
              "propertyId",
              Hotels.SINGAPORE,
              "guestId",
              guest,
              "room",
              "0816",
              "channel",
              "WEB_FORM",
              "occurredAt",
              chain.now().toString(),
              "narrative",
              "There is no hot water in the shower, it has been ice cold all day");
      String caseId = chain.complain(office, "desk-" + guest, told);
      if (guest.endsWith("2")) {
        return caseId;
      }
    }
    throw new AssertionError("unreachable");
  }

  private static List<JsonNode> seen(Chain chain, String guest) {
    return chain.events(Topics.PERSONAL_VIEWS, guest, EventType.of(PersonalDataSeen.class));
  }

  private static String complain(Chain chain, String token, String room, String issue) {
    String now = chain.now().toString();
    return chain
        .post(
            Ports.INTAKE,
            "/complaints",
            token,
            Map.of(
                "propertyId",
                Hotels.SINGAPORE,
                "guestId",
                "G-" + issue.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + room,
                "room",
                room,
                "channel",
                "FRONT_DESK",
                "occurredAt",
                now,
                "detectedAt",
                now,
                "issue",
                issue,
                "narrative",
                "It was not as it should be"),
            Map.of("Idempotency-Key", "desk-" + issue + room))
        .json()
        .path("complaintId")
        .asString();
  }
}
