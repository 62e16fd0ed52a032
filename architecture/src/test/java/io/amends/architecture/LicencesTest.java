package io.amends.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.amends.contracts.published.Approved;
import io.amends.kit.events.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What ships of others, by licence; from the bill of materials that {@code .ci/run} has made. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LicencesTest {

  private static final Path BILL = Code.ROOT.resolve("target/amends.cdx.json");

  /** Strong copyleft would bind what a chain builds on us. */
  private static final Set<String> NOT_WANTED =
      Set.of("GPL-2.0-only", "GPL-3.0-only", "AGPL-3.0-only", "AGPL-3.0-or-later", "SSPL-1.0");

  @Test
  @Tag("approved")
  void the_list_says_what_ships() {
    Map<String, Set<String>> byLicence = byLicence();
    StringBuilder text = new StringBuilder(HEAD);
    byLicence.forEach(
        (licence, libraries) -> {
          text.append("\n## ").append(licence).append("\n\n");
          libraries.forEach(library -> text.append("- ").append(library).append('\n'));
        });
    Approved.hold("architecture -am", Code.ROOT.resolve("docs/licences.md"), text.toString());
  }

  @Test
  void nothing_ships_under_a_licence_alone_that_binds_others() {
    byLicence()
        .forEach(
            (licence, libraries) ->
                assertThat(NOT_WANTED).as("licence of %s", libraries).doesNotContain(licence));
  }

  private static Map<String, Set<String>> byLicence() {
    assumeTrue(Files.exists(BILL), "no bill of materials: .ci/run makes it");
    JsonNode bill = Json.mapper().readTree(Approved.read(BILL));
    Map<String, Set<String>> byLicence = new TreeMap<>();
    for (JsonNode library : bill.path("components")) {
      if (library.path("group").asString().equals("io.amends")) {
        continue;
      }
      byLicence
          .computeIfAbsent(licence(library), _ -> new TreeSet<>())
          .add(
              "%s:%s %s"
                  .formatted(
                      library.path("group").asString(),
                      library.path("name").asString(),
                      library.path("version").asString()));
    }
    return byLicence;
  }

  private static String licence(JsonNode library) {
    Set<String> names = new TreeSet<>();
    for (JsonNode each : library.path("licenses")) {
      for (String where : List.of("/license/id", "/license/name", "/expression")) {
        if (!each.at(where).asString("").isEmpty()) {
          names.add(each.at(where).asString());
        }
      }
    }
    return names.isEmpty() ? "none told" : String.join(" or ", names);
  }

  private static final String HEAD =
      """
      # What ships of others, by licence

      Made of the bill of materials (`./mvnw org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom`, `target/amends.cdx.json`) and
      held to it. Where a library names several licences, one may choose.
      """;
}
