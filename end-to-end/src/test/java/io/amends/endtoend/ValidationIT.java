package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topics;
import io.amends.endtoend.Chain.Answer;
import io.amends.kit.events.Json;
import io.amends.local.program.Ports;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What is said would become of an event is what becomes of it, and saying it sends nothing. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ValidationIT {

  @BeforeEach
  void a_hotel(Chain chain) {
    Answer applied = chain.put(Ports.INTAKE, "/reference", systems(chain), Hotels.river());
    assertThat(applied.status()).as(applied.text()).isEqualTo(200);
  }

  @Test
  void first_it_would_be_let_in_then_it_is_and_then_it_would_be_a_repeat(Chain chain) {
    Map<String, Object> complaint = complaint(chain, Map.of("issue", "WIFI", "guestId", "G-V1"));
    int before = sent(chain);

    JsonNode would = validated(chain, "v-1", complaint);
    assertThat(would.path("result").asString()).isEqualTo("ACCEPTED");
    assertThat(would.path("guest").asString()).isEqualTo("NAMED");
    assertThat(would.path("history").asBoolean(true)).isFalse();
    assertThat(would.path("complaint").path("severity").asString()).isEqualTo("MINOR");
    assertThat(sent(chain)).as("nothing was sent").isEqualTo(before);

    String id = chain.complain(systems(chain), "v-1", complaint);
    Chain.until(
        "it is let in",
        () ->
            chain
                .get(Ports.INTAKE, "/complaints/" + id, systems(chain))
                .text()
                .contains("ACCEPTED"));
    assertThat(validated(chain, "v-1", complaint).path("result").asString()).isEqualTo("DUPLICATE");
    JsonNode other = validated(chain, "v-1", with(complaint, "issue", "PESTS"));
    assertThat(other.path("result").asString()).isEqualTo("REFUSED");
    assertThat(other.path("reasons").get(0).path("found").asString()).isEqualTo("used before");
  }

  @Test
  void who_would_be_found_is_who_is_in_the_room_and_is_not_named(Chain chain) {
    Map<String, Object> complaint = complaint(chain, Map.of("issue", "WIFI", "room", "V12"));
    assertThat(validated(chain, "v-2", complaint).path("guest").asString())
        .isEqualTo("NOBODY_KNOWN");

    Answer checkedIn =
        chain.post(
            Ports.INTAKE,
            "/interactions",
            systems(chain),
            Map.of(
                "kind", "CHECKED_IN",
                "guestId", "G-V2",
                "propertyId", Hotels.RIVER,
                "room", "V12",
                "stayId", "S-V2",
                "occurredAt", chain.now().minusSeconds(3600).toString()),
            Map.of("Idempotency-Key", "v-2-in"));
    assertThat(checkedIn.status()).isEqualTo(202);

    Chain.until(
        "the room's guest is found",
        () -> validated(chain, "v-2", complaint).path("guest").asString().equals("BY_ROOM"));
    assertThat(validated(chain, "v-2", complaint).toString()).doesNotContain("G-V2");
  }

  @Test
  void each_line_of_a_batch_is_told_what_would_become_of_it(Chain chain) {
    int before = sent(chain);
    String lines =
        line("l-1", complaint(chain, Map.of("issue", "WIFI")))
            + line("l-1", complaint(chain, Map.of("issue", "PESTS")))
            + line("l-2", complaint(chain, Map.of("issue", "NO_SUCH")))
            + line("l-3", complaint(chain, Map.of("issue", "WIFI", "propertyId", "NOWHERE")))
            + line(
                "l-4",
                complaint(chain, Map.of("occurredAt", "2020-01-01T00:00:00Z", "issue", "WIFI")));

    Answer answer =
        chain.post(
            Ports.INTAKE, "/complaints/batch?validate=true", systems(chain), lines, Map.of());

    List<JsonNode> results =
        answer.text().lines().map(each -> Json.mapper().readTree(each)).toList();
    assertThat(results)
        .extracting(result -> result.path("status").asString())
        .containsExactly("ACCEPTED", "REFUSED", "REFUSED", "WAITING", "ACCEPTED");
    assertThat(results.get(2).path("flaws").get(0).path("pointer").asString()).isEqualTo("/issue");
    assertThat(results.get(4).path("validated").path("history").asBoolean()).isTrue();
    assertThat(sent(chain)).as("nothing was sent").isEqualTo(before);
  }

  private static String line(String id, Map<String, Object> body) {
    return Json.mapper().writeValueAsString(with(body, "id", id)) + "\n";
  }

  private static JsonNode validated(Chain chain, String key, Map<String, Object> complaint) {
    Answer answer =
        chain.post(
            Ports.INTAKE,
            "/complaints?validate=true",
            systems(chain),
            complaint,
            Map.of("Idempotency-Key", key));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static Map<String, Object> complaint(Chain chain, Map<String, Object> more) {
    Map<String, Object> complaint = new HashMap<>();
    complaint.put("propertyId", Hotels.RIVER);
    complaint.put("channel", "EMAIL");
    complaint.put("occurredAt", chain.now().minusSeconds(60).toString());
    complaint.putAll(more);
    return complaint;
  }

  private static Map<String, Object> with(Map<String, Object> body, String field, String value) {
    Map<String, Object> more = new HashMap<>(body);
    more.put(field, value);
    return more;
  }

  /** How much has come in over HTTP. */
  private static int sent(Chain chain) {
    return TopicReader.read(
            chain.bootstrapServers(), Topics.inbound(InboundKind.COMPLAINTS, "http").on(""))
        .size();
  }

  private static String systems(Chain chain) {
    return chain.token("INTEGRATOR", "pms");
  }
}
