package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Json;
import io.amends.local.program.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A guest writes a mail, and the hotel has a case. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailIT {

  private static final String WORDS = "There has been no hot water since six, written by mail.";

  @Test
  void a_mail_is_one_complaint_however_often_it_is_delivered(Chain chain) {
    Chain.Answer applied =
        chain.put(Ports.INTAKE, "/reference", chain.token("INTEGRATOR", "pms"), Hotels.river());
    assertThat(applied.status()).as(applied.text()).isEqualTo(200);

    String sent = hour();
    write(chain, "once", sent, "", WORDS);
    write(chain, "away", sent, "Auto-Submitted: auto-replied\r\n", "I am away, written by mail.");
    write(chain, "once", sent, "", WORDS);
    write(chain, "last", sent, "", "A cockroach, written by mail.");

    Chain.until("the last is let in", () -> complaints(chain).size() >= 2);
    List<JsonNode> complaints = complaints(chain);
    assertThat(complaints)
        .extracting(each -> each.path("issue").asString())
        .containsExactlyInAnyOrder("NO_HOT_WATER", "PESTS");
    assertThat(complaints)
        .allSatisfy(
            each -> {
              assertThat(each.at("/channel").asString()).isEqualTo("EMAIL");
              assertThat(each.at("/source").asString()).isEqualTo("mail");
              assertThat(each.at("/place/propertyId").asString()).isEqualTo(Hotels.RIVER);
            });
    assertThat(complaints)
        .as("one address is one guest")
        .extracting(each -> each.path("guestId").asString())
        .containsOnly(complaints.getFirst().path("guestId").asString());
    Chain.until(
        "each is a case",
        () ->
            complaints.stream()
                .allMatch(
                    each ->
                        chain
                                .get(
                                    Ports.ORCHESTRATOR,
                                    "/guests/%s/cases/%s"
                                        .formatted(
                                            each.path("guestId").asString(),
                                            each.path("complaintId").asString()),
                                    chain.token("HEAD_OFFICE", "helen"))
                                .status()
                            == 200));

    String hotWater =
        complaints.stream()
            .filter(each -> each.path("issue").asString().equals("NO_HOT_WATER"))
            .map(each -> each.path("complaintId").asString())
            .findFirst()
            .orElseThrow();
    Chain.until("the door has filed the case", () -> filed(chain, hotWater));
    write(chain, "news", sent, "In-Reply-To: <once@guest.example>\r\n", "Any news?");
    Chain.until("who asks for news is heard about that case", () -> heardAbout(chain, hotWater));
    assertThat(complaints(chain)).as("it is no complaint").hasSize(2);
  }

  /** An answer comes behind it, in the same partition. */
  private static boolean filed(Chain chain, String caseId) {
    return TopicReader.read(chain.bootstrapServers(), Topics.TRACKING.on("")).stream()
        .anyMatch(record -> caseId.equals(TopicReader.text(record.key())));
  }

  private static boolean heardAbout(Chain chain, String caseId) {
    return TopicReader.read(chain.bootstrapServers(), Topics.INTERACTIONS.on("")).stream()
        .map(record -> Json.mapper().readTree(record.value()))
        .anyMatch(
            each ->
                each.path("kind").asString().equals("CONTACT_MADE")
                    && each.path("caseId").asString("").equals(caseId));
  }

  private static List<JsonNode> complaints(Chain chain) {
    return TopicReader.read(chain.bootstrapServers(), Topics.COMPLAINTS.on("")).stream()
        .map(record -> Json.mapper().readTree(record.value()))
        .filter(each -> each.path("source").asString().equals("mail"))
        .toList();
  }

  /** Mail servers know no hotel's time. */
  private static String hour() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        HotelClock.system().real().atOffset(ZoneOffset.UTC));
  }

  private static void write(Chain chain, String id, String date, String more, String words) {
    String mail =
        "Message-ID: <%s@guest.example>\r\nFrom: Li Wei <li.wei@guest.example>\r\nDate: %s\r\n"
                .formatted(id, date)
            + more
            + "To: complaints+sin-river@amends.example\r\nSubject: My room\r\n\r\n"
            + words;
    try (Socket socket =
            new Socket(InetAddress.getLoopbackAddress(), chain.stack().ports().of(Ports.SMTP));
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream says = socket.getOutputStream()) {
      for (String each :
          List.of(
              "",
              "HELO guest.example",
              "MAIL FROM:<li.wei@guest.example>",
              "RCPT TO:<complaints+sin-river@amends.example>",
              "DATA",
              mail + "\r\n.",
              "QUIT")) {
        if (!each.isEmpty()) {
          says.write((each + "\r\n").getBytes(StandardCharsets.UTF_8));
          says.flush();
        }
        assertThat(answers.readLine()).as(each).matches("[23]\\d\\d .*");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
