package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventType;
import io.amends.contracts.recovery.RecoveryEvent.OwnApprovalRefused;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.topics.Topics;
import io.amends.endtoend.Chain.Answer;
import io.amends.local.program.Ports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The clerk who wanted to do more: what one may give, whom it asks, and what the ledger says. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClerkIT {

  private static final String MIDTOWN = "NYC-MIDTOWN";
  private static final String GUEST = "G-733-NY";
  private static final ZoneId THERE = ZoneId.of("America/New_York");

  /** The chain's clock goes on from test to test: this is told on the next morning. */
  private LocalDate day = LocalDate.EPOCH;

  @Test
  void a_clerk_may_give_half_a_night_and_is_told_whom_it_has_asked_for_more(Chain chain) {
    day = chain.now().atZone(THERE).toLocalDate().plusDays(1);
    chain.at(time("08:58"));
    String office = chain.token("HEAD_OFFICE", "hq");
    assertThat(chain.put(Ports.INTAKE, "/reference", office, midtown()).status()).isEqualTo(200);
    String ana = chain.token("FRONT_LINE", "ana-ny", MIDTOWN);
    String tom = chain.token("DUTY_MANAGER", "tom-ny", MIDTOWN);
    String caseId = reported(chain, office);
    ask(chain, ana, caseId, "acknowledge", "ack", Map.of());
    ask(chain, tom, caseId, "apologise", "sorry", Map.of());

    chain.at(time("09:50"));
    ask(chain, ana, caseId, "update-guest", "word", Map.of());
    Chain.until(
        "the duty manager owns it since 09:28",
        () -> told(chain, "OWNER_NAMED", "DUTY_MANAGER") == 1);

    chain.at(time("10:02"));
    Answer over = ask(chain, ana, caseId, "grant-remedy", "wish-1", refund(22_500));
    assertThat(over.status()).as("not an error but a way on: %s", over.text()).isEqualTo(200);
    JsonNode answer = over.json().path("answer");
    assertThat(answer.path("result").asString()).isEqualTo("ASKED");
    JsonNode limit = code(answer, "OVER_LIMIT");
    assertThat(limit.path("leftInMoney").path("minorUnits").asLong()).isEqualTo(15_000);
    JsonNode asked = code(answer, "ASKED");
    assertThat(asked.path("amount").path("minorUnits").asLong()).isEqualTo(22_500);
    assertThat(asked.path("role").asString()).isEqualTo("SUPERVISOR");
    assertThat(asked.path("people").path(0).asString()).isEqualTo("Mia Chen");
    assertThat(minute(asked.path("answerBy"))).isEqualTo(time("10:17"));
    assertThat(asked.path("thenRole").asString()).isEqualTo("DUTY_MANAGER");
    assertThat(asked.path("thenPeople").path(0).asString()).isEqualTo("Tom");
    assertThat(balances(chain, office, caseId)).isEqualTo(Map.of("RESERVED", 22_500L));
    Chain.until(
        "the supervisor is alerted", () -> told(chain, "APPROVAL_ASKED", "SUPERVISOR") == 1);

    chain.at(time("10:17").plusSeconds(2));
    Chain.until("the duty manager is asked", () -> approvalsOf(chain, caseId).size() == 2);
    assertThat(approvalsOf(chain, caseId)).containsExactly("SUPERVISOR", "DUTY_MANAGER");
    Chain.until(
        "the duty manager is alerted", () -> told(chain, "APPROVAL_ASKED", "DUTY_MANAGER") > 0);
    assertThat(told(chain, "APPROVAL_ASKED", "DUTY_MANAGER"))
        .as("once: %s", alerts(chain))
        .isEqualTo(1);
    Chain.until(
        "the duty manager has the mail",
        () ->
            chain.mailsTo("tom@midtown.example").stream()
                .anyMatch(mail -> mail.text().contains("A colleague asks for your approval")));

    chain.at(time("10:21"));
    String elsewhere = chain.token("GENERAL_MANAGER", "gm-sin", Hotels.SINGAPORE);
    assertThat(
            ask(chain, elsewhere, caseId, "approve-remedy", "foreign", Map.of("number", 1))
                .status())
        .isEqualTo(403);
    assertThat(
            chain
                .get(Ports.ORCHESTRATOR, "/guests/" + GUEST + "/cases/" + caseId, elsewhere)
                .status())
        .isEqualTo(404);
    assertThat(result(ask(chain, tom, caseId, "approve-remedy", "yes", Map.of("number", 1))))
        .isEqualTo("DONE");
    JsonNode granted = granted(chain).getFirst();
    assertThat(granted.path("remedy").path("by").asString()).isEqualTo("STAFF:ana-ny");
    assertThat(granted.path("remedy").path("agreed").path(0).path("by").asString())
        .isEqualTo("STAFF:tom-ny");
    assertThat(granted.path("entries").path(0).path("policy").asString())
        .isEqualTo("CHAIN/policy@1");
    assertThat(minute(granted.path("reaches").path("dueAt")))
        .isEqualTo(time("10:21").plus(Duration.ofDays(1)));
    assertThat(balances(chain, office, caseId)).isEqualTo(Map.of("RESERVED", 0L, "GIVEN", 22_500L));

    chain.at(time("10:30"));
    Answer more = ask(chain, ana, caseId, "grant-remedy", "wish-2", refund(9_000));
    assertThat(result(more)).isEqualTo("ASKED");
    assertThat(
            code(more.json().path("answer"), "OVER_LIMIT")
                .path("leftInMoney")
                .path("minorUnits")
                .asLong())
        .as("splitting does not help")
        .isZero();
    assertThat(code(more.json().path("answer"), "ABOVE_CEILING").path("by").asString())
        .isEqualTo("DUTY_MANAGER");
    assertThat(code(more.json().path("answer"), "ASKED").path("role").asString())
        .isEqualTo("DUTY_MANAGER");
    Answer again = ask(chain, ana, caseId, "grant-remedy", "wish-2", refund(9_000));
    assertThat(again.json().path("answer")).isEqualTo(more.json().path("answer"));
    assertThat(balances(chain, office, caseId))
        .as("one entry")
        .isEqualTo(Map.of("RESERVED", 9_000L, "GIVEN", 22_500L));

    chain.at(time("10:35"));
    String standIn = chain.token("SUPERVISOR", "ana-ny", MIDTOWN);
    Answer own = ask(chain, standIn, caseId, "approve-remedy", "own", Map.of("number", 2));
    assertThat(own.status()).isIn(403, 409);
    assertThat(own.text()).contains("OWN_REQUEST");
    assertThat(chain.events(Topics.CASE_EVENTS, GUEST, EventType.of(OwnApprovalRefused.class)))
        .as("the attempt is on record")
        .hasSize(1);

    for (String free : List.of("APOLOGY", "EXPLANATION", "REPLACE")) {
      assertThat(result(ask(chain, ana, caseId, "grant-remedy", free, Map.of("remedy", free))))
          .as(free)
          .isEqualTo("DONE");
    }
    Map<String, Object> correction = new HashMap<>(refund(40_000));
    correction.put("correction", true);
    assertThat(result(ask(chain, ana, caseId, "grant-remedy", "correct", correction)))
        .isEqualTo("DONE");

    assertThat(
            result(
                ask(
                    chain,
                    tom,
                    caseId,
                    "refuse-remedy",
                    "no",
                    Map.of("number", 2, "reason", "A new room is enough"))))
        .isEqualTo("DONE");
    assertThat(balances(chain, office, caseId))
        .as("nothing reserved is left over")
        .isEqualTo(Map.of("RESERVED", 0L, "GIVEN", 62_500L));
  }

  private Instant time(String local) {
    return day.atTime(LocalTime.parse(local)).atZone(THERE).toInstant();
  }

  /** Cut to the minute: what is asked takes a moment. */
  private static Instant minute(JsonNode instant) {
    return Instant.parse(instant.asString()).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
  }

  private static Map<String, Object> refund(long cents) {
    return Map.of("remedy", "REFUND", "worth", Map.of("minorUnits", cents, "currency", "USD"));
  }

  private static String result(Answer answer) {
    return answer.json().path("answer").path("result").asString();
  }

  private static JsonNode code(JsonNode answer, String code) {
    for (JsonNode each : answer.path("codes")) {
      if (each.path("code").asString().equals(code)) {
        return each.path("parameters");
      }
    }
    throw new AssertionError("no code " + code + " in " + answer);
  }

  /** The sum of the ledger's lines in each book, in cents. */
  private static Map<String, Long> balances(Chain chain, String token, String caseId) {
    Map<String, Long> sums = new HashMap<>();
    JsonNode snapshot =
        chain
            .get(Ports.ORCHESTRATOR, "/guests/" + GUEST + "/cases/" + caseId, token)
            .json()
            .path("snapshot");
    for (JsonNode line : snapshot.path("ledger")) {
      sums.merge(
          line.path("book").asString(), line.path("money").path("minorUnits").asLong(), Long::sum);
    }
    return sums;
  }

  private static List<String> approvalsOf(Chain chain, String caseId) {
    List<String> roles = new ArrayList<>();
    for (JsonNode event :
        chain.events(
            Topics.CASE_EVENTS,
            GUEST,
            EventType.of(io.amends.contracts.recovery.RecoveryEvent.ApprovalAsked.class))) {
      if (event.path("caseId").asString().equals(caseId)) {
        roles.add(event.path("of").asString());
      }
    }
    return roles;
  }

  /**
   * How often a cause was told to a role. Clocks that jump make alerts late, and late ones go out
   * as one: each hour of the story waits for its own.
   */
  private static long told(Chain chain, String cause, String role) {
    return alerts(chain).stream()
        .filter(alert -> alert.path("role").asString().equals(role))
        .filter(alert -> alert.path("reasons").toString().contains(cause))
        .count();
  }

  private static List<JsonNode> alerts(Chain chain) {
    return chain.events(Topics.CASE_EVENTS, GUEST, EventType.of(StaffAlerted.class));
  }

  private static List<JsonNode> granted(Chain chain) {
    return chain.events(Topics.CASE_EVENTS, GUEST, EventType.of(RemedyGranted.class));
  }

  private static Answer ask(
      Chain chain, String token, String caseId, String verb, String commandId, Object details) {
    return chain.command(
        "/guests/" + GUEST + "/cases/" + caseId + "/commands/" + verb,
        token,
        "clerk-" + commandId,
        details);
  }

  private String reported(Chain chain, String token) {
    String caseId =
        chain.complain(
            token,
            "clerk",
            Map.of(
                "propertyId",
                MIDTOWN,
                "guestId",
                GUEST,
                "room",
                "1711",
                "channel",
                "FRONT_DESK",
                "occurredAt",
                time("08:58").toString(),
                "departureAt",
                time("11:00").plus(Duration.ofDays(2)).toString(),
                "issue",
                "DIRTY_ROOM"));
    Chain.until(
        "the case is open",
        () ->
            chain.get(Ports.ORCHESTRATOR, "/guests/" + GUEST + "/cases/" + caseId, token).status()
                == 200);
    return caseId;
  }

  private static Map<String, Object> midtown() {
    return Map.of(
        "properties",
        List.of(
            Map.of(
                "propertyId", MIDTOWN,
                "name", "Amends Midtown New York",
                "brand", "CITY",
                "region", "AMER",
                "zone", "America/New_York",
                "dateRoll", "03:00",
                "locale", "en-US",
                "currency", "USD",
                "referenceNight", 300,
                "mode", "LIVE")),
        "rosters",
        List.of(
            Map.of(
                "propertyId",
                MIDTOWN,
                "people",
                List.of(
                    person("ana-ny", "Ana", "FRONT_LINE", "ana"),
                    person("mia-ny", "Mia Chen", "SUPERVISOR", "mia"),
                    person("tom-ny", "Tom", "DUTY_MANAGER", "tom"),
                    person("gus-ny", "Gus Green", "GENERAL_MANAGER", "gus"),
                    person("rae-us", "Rae Reed", "REGION", "rae")),
                "shifts",
                List.of())));
  }

  private static Map<String, Object> person(String id, String name, String role, String mail) {
    return Map.of("staffId", id, "name", name, "role", role, "email", mail + "@midtown.example");
  }
}
