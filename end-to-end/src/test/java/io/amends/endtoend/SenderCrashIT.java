package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.endtoend.Chain.Answer;
import io.amends.local.program.Ports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The service that sends dies in the middle of a call: staff are told again, a guest is not. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SenderCrashIT {

  private static final String GUEST = "G-733";
  private static final String ADDRESS = "noor@example.com";

  @Test
  void staff_are_told_again_and_a_guest_is_rather_not_told_than_told_twice(Chain chain)
      throws Exception {
    Instant afternoon = nextAfternoon(chain);
    chain.at(afternoon);
    String office = chain.token("HEAD_OFFICE", "hq");
    assertThat(chain.put(Ports.INTAKE, "/reference", office, Hotels.reference()).status())
        .isEqualTo(200);
    assertThat(chain.put(Ports.INTAKE, "/reference", office, guest()).status()).isEqualTo(200);
    assertThat(messages(chain, office).isEmpty()).as("who may read is known by now").isTrue();

    chain.signal(Ports.IDENTITY, "STOP");
    String complaintId = complain(chain, office, afternoon);
    Chain.until("the alert is under way", () -> state(chain, office, "ALERT").equals("SENDING"));
    chain.stack().kill(Ports.NOTIFICATION);
    chain.signal(Ports.IDENTITY, "CONT");
    chain.stack().start(Ports.NOTIFICATION);
    Chain.until("the alert was sent", () -> state(chain, office, "ALERT").equals("SENT"));
    assertThat(chain.mailsTo("ana@marina.example"))
        .filteredOn(mail -> mail.subject().startsWith("[733] "))
        .hasSize(1);

    for (String verb : new String[] {"acknowledge", "apologise", "fix-done"}) {
      ask(chain, office, complaintId, verb);
    }
    chain.signal(Ports.IDENTITY, "STOP");
    chain.at(afternoon.plus(Duration.ofMinutes(43)));
    Chain.until(
        "the question is under way", () -> state(chain, office, "FOLLOW_UP").equals("SENDING"));
    chain.stack().kill(Ports.NOTIFICATION);
    chain.signal(Ports.IDENTITY, "CONT");
    chain.stack().start(Ports.NOTIFICATION);
    Chain.until(
        "it is known that nobody knows", () -> state(chain, office, "FOLLOW_UP").equals("UNKNOWN"));
    assertThat(chain.mailsTo(ADDRESS)).isEmpty();
  }

  /** Three in the afternoon in Singapore, when nobody sleeps. */
  private static Instant nextAfternoon(Chain chain) {
    Instant first = Instant.parse("2027-01-05T00:00:00Z");
    Instant now = chain.now().isBefore(first) ? first : chain.now();
    ZonedDateTime there = now.atZone(ZoneId.of("Asia/Singapore")).plusDays(1);
    return there.with(LocalTime.of(15, 0)).toInstant();
  }

  private static Map<String, Object> guest() {
    return Map.of(
        "guests",
        java.util.List.of(
            Map.of("guestId", GUEST, "name", "Noor", "email", ADDRESS, "locale", "en")));
  }

  private static String complain(Chain chain, String token, Instant at) {
    return chain.complain(
        token,
        "sender-crash",
        Map.of(
            "propertyId",
            Hotels.SINGAPORE,
            "guestId",
            GUEST,
            "room",
            "733",
            "channel",
            "FRONT_DESK",
            "occurredAt",
            at.toString(),
            "detectedAt",
            at.toString(),
            "issue",
            "ROOM_CLIMATE"));
  }

  private static void ask(Chain chain, String token, String complaintId, String verb) {
    Answer answer =
        chain.command(
            "/guests/" + GUEST + "/cases/" + complaintId + "/commands/" + verb, token, Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static JsonNode messages(Chain chain, String token) {
    Answer answer = chain.get(Ports.NOTIFICATION, "/guests/" + GUEST + "/notifications", token);
    return answer.status() == 200
        ? answer.json().path("messages")
        : tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
  }

  /** Where the message of a step stands; empty while there is none or the service is away. */
  private static String state(Chain chain, String token, String step) {
    try {
      for (JsonNode told : messages(chain, token)) {
        if (told.path("message").path("step").asString().startsWith(step)) {
          return told.path("state").asString();
        }
      }
      return "";
    } catch (java.io.UncheckedIOException _) {
      return ""; // it has just been killed
    }
  }
}
