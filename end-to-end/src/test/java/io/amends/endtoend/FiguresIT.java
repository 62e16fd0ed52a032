package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.events.Json;
import io.amends.local.program.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** Every query of the dashboards and of the alerts finds its series in the running services. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresIT {

  private static final Path OPERATIONS = Path.of("../operations");
  private static final List<String> SERVICES =
      List.of(Ports.INTAKE, Ports.ORCHESTRATOR, Ports.SCORER, Ports.NOTIFICATION, Ports.DESK);

  /** A hotel of its own: other tests count the mails of theirs. */
  private static final String PROPERTY = "SIN-FIGURES";

  /** As large as a service may become; without hotels in labels it is far from it. */
  private static final int MOST_SERIES = 3_000;

  @Test
  void no_panel_is_without_data_and_no_alert_watches_what_is_not_there(Chain chain)
      throws IOException {
    Map<String, String> queries = queries();
    assertThat(queries).hasSizeGreaterThan(80);
    letAnEveningPass(chain);

    assertThat(without(queries, scrape(chain))).isEmpty();
    for (String service : SERVICES) {
      assertThat(Series.in(figures(chain, service))).as(service).hasSizeBetween(50, MOST_SERIES);
    }
  }

  private static Map<String, Object> reference() {
    return Map.of(
        "properties",
        List.of(
            Map.of(
                "propertyId", PROPERTY,
                "name", "Amends Figures Singapore",
                "brand", "CITY",
                "region", "APAC",
                "zone", "Asia/Singapore",
                "dateRoll", "03:00",
                "locale", "en-SG",
                "currency", "SGD",
                "referenceNight", 320,
                "mode", "LIVE")),
        "rosters",
        List.of(
            Map.of(
                "propertyId",
                PROPERTY,
                "people",
                List.of(
                    Map.of(
                        "staffId", "eve",
                        "name", "Eve Koh",
                        "role", "FRONT_LINE",
                        "email", "eve@figures.example")),
                "shifts",
                List.of())));
  }

  /** One guest is heard and made good, another waits until it is dearer. */
  private static void letAnEveningPass(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    assertThat(chain.put(Ports.INTAKE, "/reference", office, reference()).status()).isEqualTo(200);
    Instant begin = chain.now();
    String heard = complain(chain, office, "G-302", begin);
    String unheard = complain(chain, office, "G-303", begin);
    for (String verb : List.of("acknowledge", "apologise", "fix-done")) {
      ask(chain, office, "G-302", heard, verb, Map.of());
    }
    Map<String, Object> floor = Map.of("minorUnits", 3200, "currency", "SGD");
    ask(chain, office, "G-302", heard, "grant-remedy", Map.of("remedy", "UPGRADE", "worth", floor));
    chain.at(begin.plus(Duration.ofHours(30)));
    Chain.until(
        "the other is dearer",
        () ->
            chain
                .get(Ports.ORCHESTRATOR, "/guests/G-303/cases/" + unheard, office)
                .text()
                .contains("BREACHED"));
    Chain.until("somebody was told", () -> !chain.mailsTo("eve@figures.example").isEmpty());
  }

  private static String complain(Chain chain, String token, String guest, Instant at) {
    String complaintId =
        chain.complain(
            token,
            "figures-" + guest,
            Map.of(
                "propertyId",
                PROPERTY,
                "guestId",
                guest,
                "room",
                "1204",
                "channel",
                "FRONT_DESK",
                "occurredAt",
                at.toString(),
                "detectedAt",
                at.toString(),
                "issue",
                "ROOM_CLIMATE",
                "narrative",
                "It is far too hot in here"));
    chain.post(
        Ports.INTAKE,
        "/interactions",
        token,
        Map.of(
            "guestId",
            guest,
            "propertyId",
            PROPERTY,
            "kind",
            "CHECKED_IN",
            "room",
            "1204",
            "stayId",
            "S-" + guest,
            "occurredAt",
            at.toString()),
        Map.of("Idempotency-Key", "figures-stay-" + guest));
    return complaintId;
  }

  /** Asked again until the case is open: a command may overtake its complaint. */
  private static void ask(
      Chain chain, String token, String guest, String caseId, String verb, Object details) {
    String path = "/guests/%s/cases/%s/commands/%s".formatted(guest, caseId, verb);
    Chain.until(
        verb, () -> chain.post(Ports.ORCHESTRATOR, path, token, details, Map.of()).status() == 200);
  }

  private static List<Series> scrape(Chain chain) {
    return SERVICES.stream()
        .flatMap(service -> Series.in(figures(chain, service)).stream())
        .toList();
  }

  private static String figures(Chain chain, String service) {
    return chain.open(chain.stack().ports().url(service) + "/actuator/prometheus").text();
  }

  /** What finds nothing, with the place where it stands. */
  private static List<String> without(Map<String, String> queries, List<Series> scrape) {
    List<String> missing = new ArrayList<>();
    queries.forEach(
        (place, query) ->
            Selector.in(query).stream()
                .filter(selector -> !selector.finds(scrape))
                .forEach(selector -> missing.add(place + ": " + selector)));
    return missing;
  }

  /** All queries by the place where they stand. */
  private static Map<String, String> queries() throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    try (Stream<Path> boards = Files.list(OPERATIONS.resolve("grafana/dashboards"))) {
      for (Path board : boards.sorted().toList()) {
        for (JsonNode panel : Json.mapper().readTree(Files.readAllBytes(board)).path("panels")) {
          for (JsonNode target : panel.path("targets")) {
            String place =
                board.getFileName()
                    + "/"
                    + panel.path("title").asString()
                    + "/"
                    + target.path("refId").asString();
            queries.put(place, target.path("expr").asString());
          }
        }
      }
    }
    for (String file : List.of("recording.yml", "alerts.yml")) {
      rules(OPERATIONS.resolve("prometheus").resolve(file), queries);
    }
    return queries;
  }

  private static void rules(Path file, Map<String, String> queries) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      JsonNode groups = Json.mapper().valueToTree(read);
      for (JsonNode group : groups.path("groups")) {
        for (JsonNode rule : group.path("rules")) {
          String name = rule.path("alert").asString() + rule.path("record").asString();
          queries.put(file.getFileName() + "/" + name, rule.path("expr").asString());
        }
      }
    }
  }
}
