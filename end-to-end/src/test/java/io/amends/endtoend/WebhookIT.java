package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.Topics;
import io.amends.endtoend.Chain.Answer;
import io.amends.endtoend.OtherSystem.Delivery;
import io.amends.local.program.Ports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A hotel whose staff read a task list, and a platform that keeps the guests' points. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookIT {

  private static final String GUEST = "G-927";

  @Test
  void staff_tap_in_their_own_system_and_points_reach_the_guest_by_the_chains(Chain chain) {
    Instant afternoon = nextAfternoon(chain);
    chain.at(afternoon);
    String office = chain.token("HEAD_OFFICE", "hq");
    try (OtherSystem tasks = new OtherSystem();
        OtherSystem loyalty = new OtherSystem()) {
      Answer refused =
          chain.put(
              Ports.INTAKE, "/reference", office, harbour("http://tasks.example/", loyalty.url()));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text()).contains("/properties/0/webhooks/0/url");
      Answer taken =
          chain.put(Ports.INTAKE, "/reference", office, harbour(tasks.url(), loyalty.url()));
      assertThat(taken.status()).as(taken.text()).isEqualTo(200);

      String caseId = complain(chain, office, afternoon);
      Chain.until("the task list has it", () -> !tasks.deliveries().isEmpty());
      Delivery task = tasks.deliveries().getFirst();
      assertThat(task.genuine()).isTrue();
      assertThat(task.json().path("staffId").asString()).isEqualTo("zoe");
      assertThat(task.json().path("room").asString()).isEqualTo("927");
      String link = task.json().path("link").asString();
      assertThat(chain.open(link).text()).contains("927");
      assertThat(chain.tap(link + "/ACKNOWLEDGE").text()).contains("Done. Thank you.");

      loyalty.answers(503);
      ask(chain, office, caseId, "apologise", Map.of());
      ask(chain, office, caseId, "fix-done", Map.of());
      ask(chain, office, caseId, "grant-remedy", Map.of("remedy", "POINTS", "points", 2_000));
      Chain.until("the platform was asked", () -> loyalty.deliveries().size() == 1);
      Chain.until("it is to be asked again", () -> state(chain, office).equals("DEFERRED"));
      assertThat(reached(chain)).isEmpty();
      loyalty.answers(200);
      chain.at(chain.now().plus(Duration.ofMinutes(1)));
      Chain.until("the case knows that the guest has it", () -> !reached(chain).isEmpty());
      assertThat(loyalty.deliveries()).hasSize(2).allMatch(Delivery::genuine);
      assertThat(loyalty.deliveries().get(1)).isEqualTo(loyalty.deliveries().get(0));
      assertThat(loyalty.deliveries().getFirst().json().path("points").asInt()).isEqualTo(2_000);
      JsonNode reached = reached(chain).getFirst();
      assertThat(reached.path("actor").asString()).isEqualTo("SYSTEM:loyalty");
      assertThat(reached.path("number").asInt()).isEqualTo(1);

      loyalty.answers(422);
      ask(chain, office, caseId, "grant-remedy", Map.of("remedy", "POINTS", "points", 1_000));
      Chain.until("it is given up", () -> state(chain, office).equals("FAILED"));
      loyalty.answers(200);
      Answer redriven =
          chain.post(
              Ports.NOTIFICATION,
              "/guests/" + GUEST + "/notifications/redrives",
              office,
              Map.of("messageId", caseId + "/remedy/2/loyalty"),
              Map.of());
      assertThat(redriven.status()).as(redriven.text()).isEqualTo(202);
      Chain.until("the second remedy has reached the guest", () -> reached(chain).size() == 2);
      Answer noRole =
          chain.post(
              Ports.NOTIFICATION,
              "/guests/" + GUEST + "/notifications/redrives",
              chain.token("FRONT_LINE", "zoe"),
              Map.of("messageId", caseId + "/remedy/2/loyalty"),
              Map.of());
      assertThat(noRole.status()).isEqualTo(403);
    }
  }

  private static Instant nextAfternoon(Chain chain) {
    Instant first = Instant.parse("2027-01-05T00:00:00Z");
    Instant now = chain.now().isBefore(first) ? first : chain.now();
    return now.atZone(ZoneId.of("Asia/Singapore"))
        .plusDays(1)
        .with(LocalTime.of(15, 0))
        .toInstant();
  }

  private static Map<String, Object> harbour(String tasks, String loyalty) {
    return Map.of(
        "properties",
        List.of(
            Map.ofEntries(
                Map.entry("propertyId", "SIN-HARBOUR"),
                Map.entry("name", "Amends Harbour Singapore"),
                Map.entry("brand", "CITY"),
                Map.entry("region", "APAC"),
                Map.entry("zone", "Asia/Singapore"),
                Map.entry("dateRoll", "03:00"),
                Map.entry("locale", "en-SG"),
                Map.entry("currency", "SGD"),
                Map.entry("referenceNight", 320),
                Map.entry("mode", "LIVE"),
                Map.entry(
                    "webhooks",
                    List.of(
                        Map.of("name", "tasks", "takes", "STAFF_ALERTS", "url", tasks),
                        Map.of("name", "loyalty", "takes", "REMEDIES", "url", loyalty))))),
        "rosters",
        List.of(
            Map.of(
                "propertyId",
                "SIN-HARBOUR",
                "people",
                List.of(Map.of("staffId", "zoe", "name", "Zoe Lee", "role", "FRONT_LINE")),
                "shifts",
                List.of())));
  }

  private static String complain(Chain chain, String token, Instant at) {
    return chain.complain(
        token,
        "webhook",
        Map.of(
            "propertyId", "SIN-HARBOUR",
            "guestId", GUEST,
            "room", "927",
            "channel", "FRONT_DESK",
            "occurredAt", at.toString(),
            "detectedAt", at.toString(),
            "issue", "ROOM_CLIMATE"));
  }

  private static void ask(
      Chain chain, String token, String caseId, String verb, Map<String, Object> details) {
    Answer answer =
        chain.command(
            "/guests/" + GUEST + "/cases/" + caseId + "/commands/" + verb, token, details);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String state(Chain chain, String token) {
    for (JsonNode told :
        chain
            .get(Ports.NOTIFICATION, "/guests/" + GUEST + "/notifications", token)
            .json()
            .path("messages")) {
      if (told.path("message").path("purpose").asString().equals("REMEDY")) {
        return told.path("state").asString();
      }
    }
    return "";
  }

  private static List<JsonNode> reached(Chain chain) {
    return chain.events(Topics.CASE_EVENTS, GUEST, "amends.recovery.remedy-reached.v1");
  }
}
