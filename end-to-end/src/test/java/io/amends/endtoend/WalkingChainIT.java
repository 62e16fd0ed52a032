package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.endtoend.Chain.Answer;
import io.amends.endtoend.Chain.Mail;
import io.amends.local.program.Ports;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** One complaint, from the door to the mail, the tap and the follow-up. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WalkingChainIT {

  private static final Instant AFTERNOON = Instant.parse("2027-01-12T07:05:00Z"); // 15:05 there

  /**
   * A tenth of the reference night: half of a major failure's floor, as it is made good at once.
   */
  private static final Map<String, Object> FLOOR = Map.of("minorUnits", 3200, "currency", "SGD");

  @Test
  void a_complaint_becomes_a_case_a_clock_an_alert_a_tap_and_a_mail_to_the_guest(Chain chain) {
    chain.at(AFTERNOON);
    String office = chain.token("HEAD_OFFICE", "hq");
    assertThat(chain.put(Ports.INTAKE, "/reference", office, Hotels.reference()).status())
        .isEqualTo(200);

    Answer taken = complain(chain, office);
    assertThat(taken.status()).isEqualTo(202);
    String complaintId = taken.json().path("complaintId").asString();
    assertThat(complain(chain, office).json().path("complaintId").asString())
        .as("the same request again")
        .isEqualTo(complaintId);

    Chain.until("the front line was alerted", () -> alertsTo(chain, "ana").size() == 1);
    Mail alert = alertsTo(chain, "ana").getFirst();
    assertThat(alert.subject()).isEqualTo("[1204] Room too warm or too cold (major)");
    assertThat(alert.text())
        .contains("Amends Marina Singapore, room 1204")
        .contains("Tell the guest \"I have it\" by Tue 15:15");

    String link = linkIn(alert);
    assertThat(chain.open(link).text()).contains("I have it").contains("1204");
    assertThat(snapshot(chain, office, complaintId).toString())
        .as("opening changes nothing")
        .doesNotContain("acknowledgedAt");
    assertThat(chain.tap(link + "/ACKNOWLEDGE").text()).contains("Done. Thank you.");
    assertThat(result(chain, office, complaintId, "ACKNOWLEDGE")).isEqualTo("MET");

    JsonNode clocks =
        chain
            .get(Ports.ORCHESTRATOR, "/guests/G-301/cases/" + complaintId + "/clocks", office)
            .json();
    assertThat(clocks.path("clocks").path(0).path("because").toString())
        .as("why it was due at 15:15")
        .contains("RUNNING", "2027-01-12T15:15");

    chain.at(AFTERNOON.plus(Duration.ofMinutes(12)));
    assertThat(alertsTo(chain, "mia")).as("somebody has it: nobody else is woken").isEmpty();
    ask(chain, office, complaintId, "apologise", Map.of());
    ask(chain, office, complaintId, "fix-done", Map.of());
    ask(chain, office, complaintId, "grant-remedy", Map.of("remedy", "UPGRADE", "worth", FLOOR));
    JsonNode made = snapshot(chain, office, complaintId);
    assertThat(made.path("madeGoodAt").isString()).isTrue();
    assertThat(made.path("tier").asString()).isEqualTo("ON_THE_SPOT");

    chain.at(AFTERNOON.plus(Duration.ofMinutes(43)));
    Chain.until(
        "the guest is asked how it is now", () -> chain.mailsTo("li.wei@example.com").size() == 1);
    Mail followUp = chain.mailsTo("li.wei@example.com").getFirst();
    assertThat(followUp.subject()).isEqualTo("现在真的好了吗？Amends Marina Singapore");
    assertThat(followUp.text()).contains("尊敬的Li Wei").contains("房间太热或太冷");

    Chain.until(
        "the risk knows that something went wrong",
        () -> reasons(chain, office).contains("FAILED"));
    JsonNode risk = risk(chain, office);
    double shifts = 0;
    for (JsonNode reason : risk.path("reasons")) {
      shifts += reason.path("contribution").asDouble();
    }
    assertThat(shifts)
        .as("the reasons add up to the way from the chain's base rate: %s", risk)
        .isCloseTo(
            logit(risk.path("pNoStay").asDouble()) - logit(risk.path("baseRate").asDouble()),
            within(1e-6));
  }

  private static JsonNode risk(Chain chain, String token) {
    return chain.get(Ports.SCORER, "/guests/G-301/risk", token).json();
  }

  private static List<String> reasons(Chain chain, String token) {
    List<String> codes = new ArrayList<>();
    risk(chain, token).path("reasons").forEach(reason -> codes.add(reason.path("code").asString()));
    return codes;
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  private static Answer complain(Chain chain, String token) {
    return chain.post(
        Ports.INTAKE,
        "/complaints",
        token,
        Map.of(
            "propertyId", Hotels.SINGAPORE,
            "guestId", "G-301",
            "room", "1204",
            "channel", "FRONT_DESK",
            "occurredAt", AFTERNOON.toString(),
            "detectedAt", AFTERNOON.toString(),
            "issue", "ROOM_CLIMATE",
            "narrative", "It is far too hot in here"),
        Map.of("Idempotency-Key", "walking-chain"));
  }

  private static List<Mail> alertsTo(Chain chain, String staff) {
    return chain.mailsTo(staff + "@marina.example");
  }

  private static String linkIn(Mail alert) {
    return alert
        .text()
        .lines()
        .flatMap(line -> List.of(line.split(" ", -1)).stream())
        .filter(word -> word.contains("/t/"))
        .findFirst()
        .orElseThrow()
        .strip();
  }

  private static JsonNode snapshot(Chain chain, String token, String complaintId) {
    return chain
        .get(Ports.ORCHESTRATOR, "/guests/G-301/cases/" + complaintId, token)
        .json()
        .path("snapshot");
  }

  private static String result(Chain chain, String token, String complaintId, String clock) {
    for (JsonNode promise : snapshot(chain, token, complaintId).path("promises")) {
      if (promise.path("clock").asString().equals(clock)) {
        return promise.path("result").asString();
      }
    }
    throw new AssertionError("no promise " + clock);
  }

  private static void ask(
      Chain chain, String token, String complaintId, String verb, Object details) {
    Answer answer =
        chain.command("/guests/G-301/cases/" + complaintId + "/commands/" + verb, token, details);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("answer").path("result").asString()).isEqualTo("DONE");
  }
}
