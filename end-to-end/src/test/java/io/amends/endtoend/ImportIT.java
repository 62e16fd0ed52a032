package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import io.amends.local.door.Door;
import io.amends.local.door.FileImport;
import io.amends.local.door.ReferenceApply;
import io.amends.local.door.Tally;
import io.amends.local.program.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The past of a chain comes in through the front door, and what does not fit can be mended. */
@ExtendWith(Chain.Started.class)
class ImportIT {

  @TempDir private Path folder;

  @Test
  void what_is_refused_is_kept_with_its_reason_mended_and_taken(Chain chain) throws Exception {
    chain.put(Ports.INTAKE, "/reference", chain.token("HEAD_OFFICE", "import"), Hotels.river());
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      String kind = i == 700 ? "STAY_COMPLETE" : "STAY_COMPLETED";
      rows.add(
          "{\"id\":\"import-%d\",\"guestId\":\"H-%d\",\"propertyId\":\"SIN-RIVER\",\"kind\":\"%s\",\"occurredAt\":\"2026-01-02T12:00:00Z\",\"nights\":1}"
              .formatted(i, i % 300, kind));
    }
    rows.add("{\"id\":\"import-0\"");
    Path file = Files.write(folder.resolve("stays.ndjson"), rows);
    Path rest = folder.resolve("rest.ndjson");
    try (Door door = door(chain)) {
      Tally.Figures first = imported(door, file, rest);
      assertThat(first.accepted()).isEqualTo(1_199);
      assertThat(first.refused()).isEqualTo(2);
      assertThat(first.reasons()).extracting(Map.Entry::getKey).anyMatch(r -> r.contains("/kind"));
      assertThat(Files.readString(rest)).contains("# line 701: /kind: STAY_COMPLETE (expected");

      Path mended =
          Files.writeString(
              folder.resolve("mended.ndjson"),
              Files.readString(rest)
                  .replace("\"STAY_COMPLETE\"", "\"STAY_COMPLETED\"")
                  .replace("{\"id\":\"import-0\"\n", rows.getFirst() + "\n"));
      Tally.Figures second = imported(door, mended, folder.resolve("none.ndjson"));
      assertThat(second.accepted()).isEqualTo(1);
      assertThat(second.duplicate()).as("a row that was taken before").isEqualTo(1);
      assertThat(second.refused()).isZero();
      assertThat(folder.resolve("none.ndjson")).doesNotExist();
    }
  }

  @Test
  void what_a_guest_did_comes_out_in_the_order_told(Chain chain) throws Exception {
    chain.put(Ports.INTAKE, "/reference", chain.token("HEAD_OFFICE", "import"), Hotels.river());
    List<String> rows = new ArrayList<>();
    Instant first = Instant.parse("2020-01-01T12:00:00Z");
    for (int night = 0; night < 400; night++) {
      for (String guest : List.of("ORDER-1", "ORDER-2", "ORDER-3")) {
        rows.add(
            "{\"id\":\"%s-%d\",\"guestId\":\"%s\",\"propertyId\":\"SIN-RIVER\",\"kind\":\"STAY_COMPLETED\",\"occurredAt\":\"%s\",\"nights\":1}"
                .formatted(guest, night, guest, first.plus(Duration.ofDays(night))));
      }
    }
    Path file = Files.write(folder.resolve("years.ndjson"), rows);
    try (Door door = door(chain)) {
      assertThat(imported(door, file, folder.resolve("none.ndjson")).accepted()).isEqualTo(1_200);
    }
    assertThat(toldOf(chain, "ORDER-1")).hasSize(400).isSorted();
    assertThat(toldOf(chain, "ORDER-2")).hasSize(400).isSorted();
    assertThat(toldOf(chain, "ORDER-3")).hasSize(400).isSorted();
  }

  private static List<Instant> toldOf(Chain chain, String guest) {
    return TopicReader.read(chain.bootstrapServers(), Topics.INTERACTIONS.on("")).stream()
        .filter(record -> guest.equals(TopicReader.text(record.key())))
        .map(record -> Json.read(record.value(), InteractionRecorded.class).occurredAt())
        .toList();
  }

  @Test
  void an_error_in_reference_data_is_told_by_its_line_and_nothing_is_applied(Chain chain)
      throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("chain.yaml"),
            """
            properties:
              - propertyId: NEW-ONE
                name: Amends New One
                brand: CITY
                region: APAC
                zone: Asia/Singapur
                dateRoll: "03:00"
                locale: en-SG
                currency: SGD
                referenceNight: 320
            """);
    try (Door door = door(chain)) {
      ReferenceApply.Outcome outcome = new ReferenceApply(door).apply(file, false);

      assertThat(outcome.applied()).isEmpty();
      assertThat(outcome.errors()).hasSize(1);
      assertThat(outcome.errors().getFirst())
          .contains("chain.yaml:6:11: /properties/0/zone: Asia/Singapur (expected: an IANA zone");
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "AMENDS_DATA", matches = ".+")
  void real_complaints_and_stays_come_in_whole(Chain chain) throws Exception {
    Path data = Path.of(Objects.requireNonNull(System.getenv("AMENDS_DATA")));
    try (Door door = door(chain)) {
      assertThat(new ReferenceApply(door).apply(data.resolve("reference.yaml"), false).errors())
          .isEmpty();
      Path rest = folder.resolve("rest.ndjson");
      Tally.Figures complaints =
          FileImport.asHistory(door, InboundKind.COMPLAINTS, data.resolve("complaints.ndjson"))
              .run(rest, _ -> {});
      assertThat(complaints.accepted()).isEqualTo(3_001);
      Tally.Figures stays = imported(door, data.resolve("stays.ndjson"), rest);
      assertThat(stays.accepted() + stays.duplicate()).as("some ids repeat").isEqualTo(6_919);
      assertThat(rest).doesNotExist();
    }
  }

  private static Tally.Figures imported(Door door, Path file, Path rest) throws Exception {
    return FileImport.asHistory(door, InboundKind.INTERACTIONS, file).run(rest, _ -> {});
  }

  private static Door door(Chain chain) throws Exception {
    return new Door(chain.stack().ports().url(Ports.INTAKE), chain.tokens());
  }
}
