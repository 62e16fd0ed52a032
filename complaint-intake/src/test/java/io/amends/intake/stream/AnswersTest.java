package io.amends.intake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topics;
import java.nio.file.Path;
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

/** What a guest writes about a case that is there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswersTest {

  private Door door;

  @BeforeEach
  void a_hotel(@TempDir Path folder) {
    door = new Door(folder);
    door.write(InboundKind.REFERENCE, "pms", "quay", Map.of("properties", List.of(Door.QUAY)));
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String wrote(String words, List<String> inReplyTo) {
    return door.write(
        InboundKind.COMPLAINTS,
        "mail",
        "m-" + words.hashCode(),
        Map.of(
            "propertyId",
            "SYD-QUAY",
            "channel",
            "EMAIL",
            "occurredAt",
            door.now().toString(),
            "narrative",
            words,
            "contact",
            Map.of("email", "li.wei@guest.example"),
            "inReplyTo",
            inReplyTo));
  }

  private List<JsonNode> complaints() {
    return door.out(Topics.COMPLAINTS).stream().map(TestRecord::value).toList();
  }

  @Test
  void who_only_asks_for_news_gets_in_touch_about_the_case() {
    door.stands("G-204", "c-1", "OPEN");
    String key = wrote("Any news?", List.of("c-0", "c-1"));

    assertThat(complaints()).isEmpty();
    assertThat(door.out(Topics.INTERACTIONS))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.key()).isEqualTo("G-204");
              assertThat(record.value().at("/kind").asString()).isEqualTo("CONTACT_MADE");
              assertThat(record.value().at("/caseId").asString()).isEqualTo("c-1");
              assertThat(record.value().at("/guestId").asString()).isEqualTo("G-204");
              assertThat(record.value().at("/textId").asString()).isEqualTo(key);
            });
    assertThat(door.out(Topics.TEXTS))
        .singleElement()
        .satisfies(record -> assertThat(record.key()).isEqualTo("G-204/" + key));
    assertThat(door.out(Topics.CONTACTS)).as("whoever wrote is nobody new").isEmpty();
  }

  @Test
  void who_names_a_matter_complains() {
    door.stands("G-204", "c-1", "OPEN");
    wrote("There is still no hot water.", List.of("c-1"));

    assertThat(complaints())
        .singleElement()
        .satisfies(each -> assertThat(each.at("/issue").asString()).isEqualTo("NO_HOT_WATER"));
    assertThat(door.out(Topics.INTERACTIONS)).isEmpty();
  }

  @Test
  void what_answers_nothing_that_is_open_is_a_complaint_and_lost_in_no_case() {
    door.stands("G-204", "c-1", "CLOSED");
    door.opened("G-204", "c-elsewhere", "S-1");
    wrote("Any news?", List.of("c-1"));
    wrote("Anybody there?", List.of("c-unknown"));
    wrote("Hello?", List.of("c-elsewhere"));

    assertThat(complaints())
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.at("/issue").asString()).isEqualTo("UNSORTED"));
    assertThat(complaints())
        .as("one address is one guest")
        .extracting(each -> each.at("/guestId").asString())
        .containsOnly(complaints().getFirst().at("/guestId").asString());
    assertThat(door.out(Topics.INTERACTIONS)).isEmpty();
  }
}
