package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.amends.local.program.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final int PHONE = 360;
  private static final int SCREEN = 1280;

  @BeforeAll
  static void there_is_a_browser() {
    assumeTrue(
        Browser.isHere(),
        "skipped: no chromedriver on the PATH (Debian: apt-get install chromium chromium-driver)");
  }

  @Test
  void a_clerk_sees_it_come_has_it_mends_it_and_is_shown_the_way_on(Chain chain)
      throws IOException {
    String office = chain.token("HEAD_OFFICE", "hq");
    chain.put(Ports.INTAKE, "/reference", office, Hotels.reference());
    try (Browser browser = Browser.start("en")) {
      signIn(browser, chain, "ana");
      assertThat(browser.text()).contains("Today");

      String mark = Long.toString(System.nanoTime() % 9000 + 1000);
      String caseId = complain(chain, office, mark, "NO_HOT_WATER");
      Chain.until("it is seen without a reload", () -> browser.text().contains("Room " + mark));
      assertThat(browser.text()).contains("No hot water").contains("nobody has it");

      browser.open(desk(chain) + "/cases/" + caseId);
      assertThat(browser.text()).contains("What we promised").contains("The guest told us");
      tap(browser, "ACKNOWLEDGE", "Done.");
      assertThat(browser.text()).contains("Ana Tan has it");
      tap(browser, "APOLOGISE", "Done.");
      tap(browser, "FIX_DONE", "Done.");
      Chain.until("no dearer", () -> browser.text().contains("it gets no dearer"));
      give(browser, "VOUCHER", "32");
      Chain.until("it is given", () -> browser.text().contains("gave a voucher, worth SGD"));

      give(browser, "REFUND", "240");
      Chain.until("the way on", () -> browser.text().contains("You can give SGD\u00a0128 now."));
      assertThat(browser.text()).contains("Tom Lim (duty manager)");
      tap(browser, "CLOSE", "The cause is not set.");
      assertThat(browser.complaints())
          .filteredOn(said -> said.contains("Content Security"))
          .isEmpty();
    }
  }

  @Test
  void what_belongs_to_another_hotel_or_to_few_eyes_is_not_there(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    chain.put(Ports.INTAKE, "/reference", office, Hotels.reference());
    String secret = complain(chain, office, "0902", "PRIVACY_BREACH");
    try (Browser browser = Browser.start("en")) {
      signIn(browser, chain, "ana");
      Chain.until(
          "the view has it",
          () -> {
            browser.open(desk(chain) + "/cases/" + secret);
            return browser.text().contains("For few eyes");
          });
      assertThat(browser.text()).doesNotContain("Privacy breach").contains("ask the duty manager");
    }
    try (Browser browser = Browser.start("en")) {
      signIn(browser, chain, "tom");
      browser.open(desk(chain) + "/cases/" + secret);
      assertThat(browser.text()).contains("There is no such case");
    }
  }

  @Test
  void every_page_is_usable_in_both_widths_light_and_dark_in_three_languages(Chain chain)
      throws IOException {
    String office = chain.token("HEAD_OFFICE", "hq");
    chain.put(Ports.INTAKE, "/reference", office, Hotels.reference());
    String first = complain(chain, office, "1204", "ROOM_CLIMATE");
    String second = complain(chain, office, "0815", "DIRTY_ROOM");
    List<String> found = new ArrayList<>();
    for (String language : List.of("en", "zh", "ar")) {
      try (Browser browser = Browser.start(language)) {
        signIn(browser, chain, "head-office");
        Chain.until(
            "the view has both",
            () -> {
              browser.open(desk(chain) + "/compare?a=" + first + "&b=" + second);
              return browser
                      .run("return document.querySelectorAll('.pair > section').length")
                      .asInt()
                  == 2;
            });
        Map<String, String> pages =
            Map.of(
                "today", "/today",
                "case", "/cases/" + first,
                "compare", "/compare?a=" + first + "&b=" + second,
                "find", "/find?q=1204",
                "approvals", "/approvals",
                "reports", "/reports/promises",
                "tiers", "/reports/tiers");
        pages.forEach((name, path) -> found.addAll(look(browser, chain, language, name, path)));
      }
    }
    assertThat(found).isEmpty();
  }

  /** Takes its pictures; tells what is wrong with it. */
  private static List<String> look(
      Browser browser, Chain chain, String language, String name, String path) {
    List<String> wrong = new ArrayList<>();
    for (int width : List.of(PHONE, SCREEN)) {
      for (boolean dark : List.of(false, true)) {
        browser.look(width, dark);
        browser.open(desk(chain) + path);
        String which = "%s-%s-%d-%s".formatted(name, language, width, dark ? "dark" : "light");
        if (browser.run("return document.documentElement.scrollWidth > innerWidth").asBoolean()) {
          wrong.add(which + ": wider than its window");
        }
        String direction = browser.run("return document.documentElement.dir").asString();
        if (!direction.equals(language.equals("ar") ? "rtl" : "ltr")) {
          wrong.add(which + ": runs " + direction);
        }
        accessibility(browser).forEach(each -> wrong.add(which + ": " + each));
        browser.picture(PICTURES.resolve(which + ".png"));
      }
    }
    return wrong;
  }

  private static List<String> accessibility(Browser browser) {
    browser.run(axe());
    JsonNode result =
        browser.run(
            "return axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa']}).then(found =>"
                + " found.violations.map(each => each.id + ' ' + each.nodes[0].html))");
    List<String> violations = new ArrayList<>();
    result.forEach(each -> violations.add(each.asString()));
    return violations;
  }

  private static String axe() {
    try (var script = DeskIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          java.util.Objects.requireNonNull(script, "axe.min.js").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static String desk(Chain chain) {
    return chain.stack().ports().url(Ports.DESK);
  }

  private static void signIn(Browser browser, Chain chain, String who) {
    browser.open(desk(chain) + "/today");
    browser.click("form:has(input[name=username][value='%s']) button".formatted(who));
    Chain.until("signed in", () -> browser.address().startsWith(desk(chain) + "/today"));
  }

  private static void tap(Browser browser, String verb, String seen) {
    browser.click("form[action$='/%s'] button".formatted(verb));
    Chain.until(
        "after " + verb + ": " + seen,
        () -> !isThere(browser, verb, seen) && browser.text().contains(seen));
  }

  /** A verb that was carried out is no button any more; one that was refused stays. */
  private static boolean isThere(Browser browser, String verb, String seen) {
    return seen.equals("Done.")
        && browser
            .run("return document.querySelector(\"form[action$='/%s']\") !== null".formatted(verb))
            .asBoolean();
  }

  private static void give(Browser browser, String remedy, String amount) {
    browser.run("document.querySelector('.give').open = true");
    browser.fill(".give select[name=remedy]", remedy);
    browser.fill(".give input[name=amount]", amount);
    browser.click(".give button");
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
