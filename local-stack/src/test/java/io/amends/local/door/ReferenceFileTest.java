package io.amends.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.events.Json;
import io.amends.local.door.ReferenceFile.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReferenceFileTest {

  @TempDir private Path folder;

  @Test
  void tells_an_error_by_file_line_and_column() {
    ReferenceFile file =
        read(
            """
            # the chain
            properties:
              - {propertyId: SHA-BUND, zone: Asia/Shanghai}
              - propertyId: CDG-OPERA
                zone: Europe/Pariss
            """);

    assertThat(file.tell(file.parts().getFirst(), error("/properties/1/zone")))
        .endsWith("reference.yaml:5:11: /properties/1/zone: it (expected: another)");
  }

  @Test
  void tells_what_is_absent_where_its_surroundings_begin() {
    ReferenceFile file = read("properties:\n  - {propertyId: SHA-BUND}\n");

    assertThat(file.tell(file.parts().getFirst(), error("/properties/0/currency")))
        .contains("reference.yaml:2:5: /properties/0/currency");
  }

  @Test
  void cuts_a_long_list_and_still_knows_where_each_entry_stands() {
    StringBuilder text = new StringBuilder("guests:\n");
    for (int i = 0; i < 6_000; i++) {
      text.append(
          "  - {guestId: G-%05d, name: A guest of a name that is as long as some}\n".formatted(i));
    }
    ReferenceFile file = read(text.toString());
    List<Part> parts = file.parts();

    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(parts).extracting(part -> part.body().path("guests").size()).doesNotContain(0);
    assertThat(parts.stream().mapToInt(part -> part.body().path("guests").size()).sum())
        .isEqualTo(6_000);
    int from = parts.get(1).from().getOrDefault("guests", 0);
    assertThat(file.tell(parts.get(1), error("/guests/3/name")))
        .contains("reference.yaml:%d:".formatted(from + 3 + 2));
  }

  @Test
  void takes_a_policy_that_stands_alone() {
    ReferenceFile file = read("policy:\n  id: ours\n  version: 2\ncatalogue:\n  WIFI: {}\n");
    Part part = file.parts().getFirst();

    assertThat(part.body().at("/policy/policy/version").asInt()).isEqualTo(2);
    assertThat(file.tell(part, error("/policy/catalogue/WIFI/type")))
        .contains("reference.yaml:5:9: /catalogue/WIFI/type");
  }

  @Test
  void that_is_no_yaml_is_told_by_its_line() {
    assertThatThrownBy(() -> read("properties:\n  - {propertyId: [\n"))
        .hasMessageContaining("reference.yaml:3:1");
  }

  private ReferenceFile read(String text) {
    try {
      return ReferenceFile.read(Files.writeString(folder.resolve("reference.yaml"), text));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static JsonNode error(String pointer) {
    return Json.mapper()
        .createObjectNode()
        .put("pointer", pointer)
        .put("found", "it")
        .put("expected", "another");
  }
}
