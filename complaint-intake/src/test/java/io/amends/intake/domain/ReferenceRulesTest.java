package io.amends.intake.domain;

import static io.amends.intake.domain.Evening.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.inbound.ReferenceSent;
import io.amends.kit.events.Json;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceRulesTest {

  private static List<String> flaws(String json) {
    ReferenceSent sent = Json.mapper().readValue(json.replace('\'', '"'), ReferenceSent.class);
    return ReferenceRules.flaws(sent, Source.of("crm"), NINE).stream()
        .map(Object::toString)
        .toList();
  }

  private static String hotel(String currency, String night) {
    return "{'properties':[{'propertyId':'SIN-MARINA','name':'M','brand':'CITY','region':'APAC',"
        + "'zone':'Asia/Singapore','dateRoll':'03:00','locale':'en','currency':'%s',"
            .formatted(currency)
        + "'referenceNight':%s}]}".formatted(night);
  }

  @Test
  void a_night_is_paid_in_money() {
    assertThat(flaws(hotel("SGD", "320"))).isEmpty();
    assertThat(flaws(hotel("XAU", "320")))
        .containsExactly("/properties/0/currency: XAU (expected: a currency that money is in)");
  }

  @Test
  void no_night_is_dearer_than_can_be_counted() {
    assertThat(flaws(hotel("SGD", "1000000000"))).isEmpty();
    assertThat(flaws(hotel("SGD", "1000000000.01")))
        .containsExactly(
            "/properties/0/referenceNight: 1000000000.01 (expected: at most 1000000000)");
  }

  private static List<String> webhooks(String webhooks) {
    return flaws(hotel("SGD", "320").replace("}]}", ",'webhooks':[" + webhooks + "]}]}"));
  }

  @Test
  void other_systems_are_told_over_tls_each_under_a_name_of_its_own() {
    assertThat(
            webhooks(
                "{'name':'tasks','takes':'STAFF_ALERTS','url':'https://tasks.example/in'},"
                    + "{'name':'loyalty','takes':'REMEDIES','url':'http://localhost:9000/'}"))
        .isEmpty();
    assertThat(webhooks("{'name':'Tasks 1','takes':'STAFF_ALERTS','url':'https://a.example/'}"))
        .containsExactly(
            "/properties/0/webhooks/0/name: 7 characters (expected: 1 to 40 of a-z 0-9 -)");
    for (String unsafe :
        List.of(
            "http://tasks.example/in",
            "https://me:secret@tasks.example/in",
            "https://tasks.example/in?key=secret",
            "ftp://localhost/",
            "tasks")) {
      assertThat(webhooks("{'name':'a','takes':'STAFF_ALERTS','url':'%s'}".formatted(unsafe)))
          .as(unsafe)
          .singleElement()
          .asString()
          .startsWith("/properties/0/webhooks/0/url: ")
          .doesNotContain("secret");
    }
    assertThat(
            webhooks(
                "{'name':'a','takes':'REMEDIES','url':'https://a.example/'},"
                    + "{'name':'a','takes':'REMEDIES','url':'https://b.example/'}"))
        .containsExactly(
            "/properties/0/webhooks/1/name: a (expected: another name than the others)",
            "/properties/0/webhooks/1/takes: REMEDIES (expected: one system that hands over)");
  }

  @Test
  void whoever_is_on_a_shift_or_stands_in_is_one_of_the_people() {
    assertThat(
            flaws(
                "{'rosters':[{'propertyId':'SIN-MARINA','people':[{'staffId':'ana','name':'A',"
                    + "'role':'FRONT_LINE','substitute':'bo'}],"
                    + "'shifts':[{'staffId':'ana','from':'07:00','to':'15:00'},"
                    + "{'staffId':'cy','from':'15:00','to':'23:00'}]}]}"))
        .containsExactly(
            "/rosters/0/people/0/substitute: bo (expected: one of the people of this roster)",
            "/rosters/0/shifts/1/staffId: cy (expected: one of the people of this roster)");
  }

  @Test
  void a_consent_of_the_future_would_win_over_every_answer_until_then() {
    String consent =
        "{'guests':[{'guestId':'G','consents':[{'purpose':'MARKETING','channel':'EMAIL',"
            + "'state':'GRANTED','at':'%s'}]}]}";

    assertThat(flaws(consent.formatted(NINE.plus(Times.AHEAD)))).isEmpty();
    assertThat(flaws(consent.formatted(NINE.plus(Times.AHEAD).plusMillis(1))))
        .containsExactly(
            "/guests/0/consents/0/at: 2026-11-20T13:05:00.001Z (expected: not after"
                + " 2026-11-20T13:00:00Z)");
  }

  @Test
  void a_guest_lives_in_a_zone_that_there_is() {
    assertThat(flaws("{'guests':[{'guestId':'G','zone':'Asia/Shangri-La'}]}"))
        .containsExactly(
            "/guests/0/zone: Asia/Shangri-La (expected: an IANA zone id such as Asia/Kathmandu)");
  }

  @Test
  void a_night_audit_has_been_run_and_begins_a_date_of_that_night() {
    String audit = "{'nightAudits':[{'propertyId':'SIN-MARINA','businessDate':'%s','at':'%s'}]}";

    assertThat(flaws(audit.formatted(day(0), NINE))).isEmpty();
    assertThat(flaws(audit.formatted(day(1), NINE))).isEmpty();
    assertThat(flaws(audit.formatted(day(2), NINE)))
        .containsExactly(
            "/nightAudits/0/businessDate: %s (expected: the date that began when the audit was run,"
                    .formatted(day(2))
                + " at %s)".formatted(NINE));
    assertThat(flaws(audit.formatted(day(1), NINE.plus(Duration.ofHours(1)))))
        .singleElement()
        .asString()
        .startsWith("/nightAudits/0/at: ");
  }

  private static LocalDate day(int after) {
    return LocalDate.ofInstant(NINE, ZoneOffset.UTC).plusDays(after);
  }

  @Test
  void two_ids_of_one_person_are_two() {
    String link = "{'links':[{'from':'%s','to':'G-390','at':'%s'}]}";

    assertThat(flaws(link.formatted("A-1", NINE))).isEmpty();
    assertThat(flaws(link.formatted("G-390", NINE)))
        .containsExactly("/links/0/to: G-390 (expected: another guest than G-390)");
    assertThat(flaws(link.formatted("A-1", NINE.plus(Duration.ofHours(1)))))
        .singleElement()
        .asString()
        .startsWith("/links/0/at: ");
  }
}
