package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventType;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.topics.Topics;
import io.amends.endtoend.Chain.Answer;
import io.amends.local.program.Ports;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The orchestrator dies between a command and its outcome: the command is done once, not twice. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledMidCommandIT {

  private static final String GUEST = "G-902";

  /** From before the command is in the log until after its outcome is. */
  private static final List<Duration> KILLED_AFTER =
      List.of(
          Duration.ofMillis(15),
          Duration.ofMillis(120),
          Duration.ofMillis(220),
          Duration.ofMillis(320));

  @Test
  void a_command_asked_again_by_its_id_is_done_once(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    assertThat(chain.put(Ports.INTAKE, "/reference", office, Hotels.reference()).status())
        .isEqualTo(200);
    String caseId = complain(chain, office);
    Chain.until("the case is open", () -> isOpen(chain, office, caseId));

    String clerk = chain.token("FRONT_LINE", "ana"); // whose month is asked on the way
    for (Duration pause : KILLED_AFTER) {
      give(chain, clerk, caseId, "give-" + pause.toMillis(), pause);
    }

    assertThat(granted(chain)).hasSize(KILLED_AFTER.size());
    for (Duration pause : KILLED_AFTER) {
      Answer again = grant(chain, clerk, caseId, "give-" + pause.toMillis());
      assertThat(again.json().path("answer").path("result").asString()).isEqualTo("DONE");
    }
    assertThat(granted(chain)).as("asked a third time").hasSize(KILLED_AFTER.size());
    assertThat(balance(chain, office, caseId, "RESERVED")).as("nothing is left over").isZero();
    assertThat(balance(chain, office, caseId, "GIVEN")).isEqualTo(1_000L * KILLED_AFTER.size());
  }

  /** The sum of the ledger's lines in a book, in cents. */
  private static long balance(Chain chain, String token, String caseId, String book) {
    long sum = 0;
    for (JsonNode line :
        chain
            .get(Ports.ORCHESTRATOR, "/guests/" + GUEST + "/cases/" + caseId, token)
            .json()
            .path("snapshot")
            .path("ledger")) {
      if (line.path("book").asString().equals(book)) {
        sum += line.path("money").path("minorUnits").asLong();
      }
    }
    return sum;
  }

  /** Asks, kills the orchestrator meanwhile, starts it, and asks again by the same id. */
  private static void give(
      Chain chain, String token, String caseId, String commandId, Duration pause) {
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(() -> answered(chain, token, caseId, commandId));
    LockSupport.parkNanos(pause.toNanos());
    chain.stack().kill(Ports.ORCHESTRATOR);
    first.join();
    chain.stack().start(Ports.ORCHESTRATOR);
    Chain.until(
        "the outcome of " + commandId,
        () -> {
          Answer answer = grant(chain, token, caseId, commandId);
          return answer.status() == 200
              && answer.json().path("answer").path("result").asString().equals("DONE");
        });
  }

  private static boolean answered(Chain chain, String token, String caseId, String commandId) {
    try {
      return grant(chain, token, caseId, commandId).status() == 200;
    } catch (UncheckedIOException _) {
      return false; // it was dead by then
    }
  }

  private static Answer grant(Chain chain, String token, String caseId, String commandId) {
    return chain.post(
        Ports.ORCHESTRATOR,
        "/guests/" + GUEST + "/cases/" + caseId + "/commands/grant-remedy",
        token,
        Map.of("remedy", "EXTRA_SERVICE", "worth", Map.of("minorUnits", 1_000, "currency", "SGD")),
        Map.of("Command-Id", commandId));
  }

  private static String complain(Chain chain, String token) {
    Instant now = chain.now();
    return chain.complain(
        token,
        "killed-mid-command",
        Map.of(
            "propertyId",
            Hotels.SINGAPORE,
            "guestId",
            GUEST,
            "room",
            "903",
            "channel",
            "FRONT_DESK",
            "occurredAt",
            now.toString(),
            "issue",
            "NO_HOT_WATER"));
  }

  private static boolean isOpen(Chain chain, String token, String caseId) {
    return chain.get(Ports.ORCHESTRATOR, "/guests/" + GUEST + "/cases/" + caseId, token).status()
        == 200;
  }

  /** What was granted, as every other system hears it. */
  private static List<JsonNode> granted(Chain chain) {
    return chain.events(Topics.CASE_EVENTS, GUEST, EventType.of(RemedyGranted.class));
  }
}
