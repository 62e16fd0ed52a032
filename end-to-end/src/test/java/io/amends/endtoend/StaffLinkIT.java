package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.amends.kit.security.SignedLink;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.security.StaffLink;
import io.amends.local.program.Ports;
import java.time.Duration;
import java.time.Instant;
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

/** The page behind an alert, in a telephone's browser: what a link is good for, and no more. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffLinkIT {

  private static final String GUEST = "G-LINK";
  private static final String NO_LONGER = "This link is no longer good";

  @BeforeAll
  static void there_is_a_browser() {
    assumeTrue(
        Browser.isHere(),
        "skipped: no chromedriver on the PATH (Debian: apt-get install chromium chromium-driver)");
  }

  @Test
  void a_link_that_is_used_says_so_and_a_bad_one_too_and_neither_changes_anything(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    assertThat(chain.put(Ports.INTAKE, "/reference", office, Hotels.river()).status())
        .isEqualTo(200);
    String caseId = complain(chain, office);
    Chain.until("it is open", () -> standing(chain, office, caseId).has("caseId"));
    List<String> wrong = new ArrayList<>();
    try (Desk desk = Desk.in(chain, "en")) {
      for (Map.Entry<String, String> bad : bad(chain, caseId).entrySet()) {
        desk.open("/t/" + bad.getValue()).sees(NO_LONGER, "Nothing was changed");
        assertThat(desk.browser().has("button")).as(bad.getKey()).isFalse();
        String tap = desk.url() + "/t/" + bad.getValue() + "/ACKNOWLEDGE";
        assertThat(chain.tap(tap).status()).as(bad.getKey()).isEqualTo(410);
      }
      wrong.addAll(Looks.of(desk, "en", "link-gone", "/t/" + bad(chain, caseId).get("expired")));
      assertThat(acknowledged(chain, office, caseId)).isEmpty();

      String good = good(chain, caseId, "ACKNOWLEDGE,APOLOGISE");
      desk.open("/t/" + good).sees("Room 7001", "What the guest was promised");
      assertThat(acknowledged(chain, office, caseId)).as("opening changes nothing").isEmpty();
      wrong.addAll(Looks.of(desk, "en", "link", "/t/" + good));
      desk.browser().click("form[action$='/ACKNOWLEDGE'] button");
      desk.sees("Done. Thank you.", "Already done: I have it, at ");
      String since = acknowledged(chain, office, caseId);
      assertThat(since).isNotEmpty();

      desk.open("/t/" + good).sees("Already done: I have it, at ");
      assertThat(desk.browser().has("form[action$='/ACKNOWLEDGE']")).isFalse();
      wrong.addAll(Looks.of(desk, "en", "link-used", "/t/" + good));
      assertThat(chain.tap(desk.url() + "/t/" + good + "/ACKNOWLEDGE").status()).isEqualTo(200);
      assertThat(chain.tap(desk.url() + "/t/" + good + "/FIX_DONE").status())
          .as("a verb for which it was not made")
          .isEqualTo(410);
      assertThat(acknowledged(chain, office, caseId)).isEqualTo(since);
      assertThat(standing(chain, office, caseId).path("fixedAt").asString("")).isEmpty();
    }
    assertThat(wrong).isEmpty();
  }

  /** By what is wrong with them. */
  private static Map<String, String> bad(Chain chain, String caseId) {
    Instant soon = chain.now().plus(Duration.ofHours(1));
    StaffLink link = link(caseId, Hotels.RIVER, "ACKNOWLEDGE", soon);
    SignedLinks ours = links(chain);
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put(
        "expired",
        ours.sign(link(caseId, Hotels.RIVER, "ACKNOWLEDGE", chain.now().minusSeconds(1)).toLink()));
    bad.put(
        "of another installation",
        new SignedLinks("k1:" + "B".repeat(43), chain::now).sign(link.toLink()));
    bad.put("for something else", ours.sign(new SignedLink("track", link.toLink().claims(), soon)));
    bad.put(
        "of another hotel",
        ours.sign(link(caseId, Hotels.SINGAPORE, "ACKNOWLEDGE", soon).toLink()));
    bad.put(
        "of a case that is none",
        ours.sign(link("no-such-case", Hotels.RIVER, "ACKNOWLEDGE", soon).toLink()));
    bad.put("cut off", ours.sign(link.toLink()).substring(0, 60));
    return bad;
  }

  private static String good(Chain chain, String caseId, String verbs) {
    Instant soon = chain.now().plus(Duration.ofHours(1));
    return links(chain).sign(link(caseId, Hotels.RIVER, verbs, soon).toLink());
  }

  private static StaffLink link(String caseId, String property, String verbs, Instant until) {
    return new StaffLink(
        "ana",
        "FRONT_LINE",
        property,
        Map.of("guest", GUEST, "case", caseId, "verbs", verbs),
        until);
  }

  private static SignedLinks links(Chain chain) {
    return new SignedLinks(chain.stack().data().secrets().linkKeys(), chain::now);
  }

  /** Since when somebody has it; empty: nobody has. */
  private static String acknowledged(Chain chain, String token, String caseId) {
    return standing(chain, token, caseId).path("acknowledgedAt").asString("");
  }

  private static JsonNode standing(Chain chain, String token, String caseId) {
    return chain
        .get(Ports.ORCHESTRATOR, "/guests/" + GUEST + "/cases/" + caseId, token)
        .json()
        .path("snapshot");
  }

  private static String complain(Chain chain, String token) {
    return chain.complain(
        token,
        "staff-link",
        Map.of(
            "propertyId",
            Hotels.RIVER,
            "guestId",
            GUEST,
            "room",
            "7001",
            "channel",
            "FRONT_DESK",
            "occurredAt",
            chain.now().toString(),
            "issue",
            "ROOM_CLIMATE"));
  }
}
