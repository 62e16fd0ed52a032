package io.amends.intake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What systems see before a guest says it, through the whole door. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SystemSeesTest {

  private final Door door;
  private int next;

  SystemSeesTest(@TempDir Path folder) {
    door = new Door(folder);
  }

  @BeforeEach
  void a_guest_in_a_room() {
    door.write(InboundKind.REFERENCE, "crm", "r-1", Map.of("properties", List.of(Door.QUAY)));
    told("pms", "CHECKED_IN", Map.of("guestId", "G-204", "stayId", "S-1", "room", "311"));
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void a_failure_that_two_systems_see_is_one_complaint_of_the_guest_in_the_room() {
    told("building", "FAILURE_DETECTED", Map.of("room", "311", "issue", "NO_HOT_WATER"));
    told("pms", "FAILURE_DETECTED", Map.of("stayId", "S-1", "issue", "NO_HOT_WATER"));

    assertThat(complaints()).hasSize(1);
    assertThat(complaints().getFirst().at("/guestId").asString()).isEqualTo("G-204");
    assertThat(complaints().getFirst().at("/detected/sign").asString())
        .isEqualTo("FAILURE_REPORTED");
    assertThat(door.out(Topics.INTERACTIONS)).as("both are kept").hasSize(3);
  }

  @Test
  void another_matter_is_another_complaint() {
    told("building", "FAILURE_DETECTED", Map.of("room", "311", "issue", "NO_HOT_WATER"));
    told("building", "FAILURE_DETECTED", Map.of("room", "311", "issue", "WIFI"));

    assertThat(complaints()).hasSize(2);
  }

  @Test
  void after_its_quiet_time_the_same_is_heard_again() {
    told("building", "FAILURE_DETECTED", Map.of("room", "311", "issue", "NO_HOT_WATER"));
    door.pass(Duration.ofMinutes(14));
    told("building", "FAILURE_DETECTED", Map.of("room", "311", "issue", "NO_HOT_WATER"));
    assertThat(complaints()).hasSize(1);

    door.pass(Duration.ofMinutes(1));
    told("building", "FAILURE_DETECTED", Map.of("room", "311", "issue", "NO_HOT_WATER"));
    assertThat(complaints()).hasSize(2);
  }

  @Test
  void of_an_empty_room_the_same_alarm_is_one_complaint_too() {
    told("building", "FAILURE_DETECTED", Map.of("room", "312", "issue", "NO_HOT_WATER"));
    told("building", "FAILURE_DETECTED", Map.of("room", "312", "issue", "NO_HOT_WATER"));

    assertThat(complaints()).hasSize(1);
  }

  @Test
  void a_poor_answer_opens_one_case_of_the_stay_and_keeps_its_words() {
    String key =
        told(
            "survey",
            "SURVEY_ANSWERED",
            Map.of("guestId", "G-204", "stayId", "S-1", "score", 2, "comment", "Poor."));
    told("pms", "STAY_COMPLETED", Map.of("guestId", "G-204", "stayId", "S-1", "openRequests", 1));

    assertThat(complaints()).hasSize(1);
    JsonNode complaint = complaints().getFirst();
    assertThat(complaint.at("/complaintId").asString()).isEqualTo(key);
    assertThat(complaint.at("/textId").asString()).isEqualTo(key);
    assertThat(complaint.at("/origin").asString()).isEqualTo("SYSTEM_DETECTED");
    assertThat(complaint.at("/room").asString()).as("by the directory").isEqualTo("311");
    assertThat(complaint.at("/inHouse").asBoolean()).as("by the directory").isTrue();
    assertThat(door.out(Topics.TEXTS)).hasSize(1);
  }

  @Test
  void after_the_stay_its_guest_is_not_in_the_house() {
    told("pms", "STAY_COMPLETED", Map.of("guestId", "G-204", "stayId", "S-1"));
    told("survey", "SURVEY_ANSWERED", Map.of("guestId", "G-204", "stayId", "S-1", "score", 2));

    assertThat(complaints().getFirst().at("/inHouse").asBoolean()).isFalse();
  }

  @Test
  void of_a_stay_of_which_a_case_is_known_a_poor_answer_opens_none() {
    door.opened("G-204", "c-1", "S-1");
    told("survey", "SURVEY_ANSWERED", Map.of("guestId", "G-204", "stayId", "S-1", "score", 2));

    assertThat(complaints()).isEmpty();
    assertThat(door.out(Topics.INTERACTIONS)).as("it is heard all the same").hasSize(2);
  }

  @Test
  void the_past_opens_nothing() {
    told(
        "survey",
        "SURVEY_ANSWERED",
        Map.of(
            "guestId",
            "G-204",
            "score",
            0,
            "occurredAt",
            door.now().minus(Duration.ofDays(30)).toString()));

    assertThat(complaints()).isEmpty();
    assertThat(door.out(Topics.INTERACTIONS)).hasSize(2);
  }

  private String told(String source, String kind, Map<String, Object> more) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of("kind", kind, "propertyId", "SYD-QUAY", "occurredAt", door.now().toString()));
    body.putAll(more);
    return door.write(InboundKind.INTERACTIONS, source, "e-" + next++, body);
  }

  private List<JsonNode> complaints() {
    return door.out(Topics.COMPLAINTS).stream().map(TestRecord::value).toList();
  }
}
