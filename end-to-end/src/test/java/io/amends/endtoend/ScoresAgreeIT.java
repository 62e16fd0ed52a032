package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.contracts.topics.InboundKind;
import io.amends.kit.events.Json;
import io.amends.local.door.Door;
import io.amends.local.door.FileImport;
import io.amends.local.door.ReferenceApply;
import io.amends.local.installation.Installation;
import io.amends.local.model.Models;
import io.amends.local.program.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The running system and the backtest score the same guests alike: imported through the door and
 * asked over HTTP, or replayed from the file without Kafka; for the same instant and model.
 */
@ExtendWith(Chain.Started.class)
@EnabledIfEnvironmentVariable(named = "AMENDS_DATA", matches = ".+")
class ScoresAgreeIT {

  /** After the last stay of the file, so that all of it is known by then. */
  private static final String CUT = "1998-07-01";

  /** The file has six digits. */
  private static final double DIGITS = 1e-6;

  @TempDir private Path folder;

  private record Score(double noStay, double gone) {}

  @Test
  void a_history_that_was_imported_scores_as_its_backtest_does(Chain chain) throws Exception {
    Path data = Path.of(Objects.requireNonNull(System.getenv("AMENDS_DATA")));
    Path history = data.resolve("stays.ndjson");
    try (Door door = new Door(chain.stack().ports().url(Ports.INTAKE), chain.tokens())) {
      assertThat(new ReferenceApply(door).apply(data.resolve("reference.yaml"), false).errors())
          .isEmpty();
      FileImport.asHistory(door, InboundKind.INTERACTIONS, history)
          .run(folder.resolve("rest.ndjson"), _ -> {});
    }
    Map<String, Score> shipped = backtested(history, "prior-1");
    assertThat(shipped).hasSize(2_357);
    arrive(chain, shipped);
    agree(chain, "prior-1", shipped);

    String fitted = fitted(chain);
    Path model = folder.resolve("model.json");
    Files.writeString(model, version(chain, fitted).toString());
    Map<String, Score> byFitted = backtested(history, model.toString());
    assertThat(byFitted).isNotEqualTo(shipped);
    agree(chain, fitted, byFitted);
  }

  private static void agree(Chain chain, String model, Map<String, Score> backtested) {
    backtested.forEach(
        (guest, score) -> {
          JsonNode risk = chain.get(Ports.SCORER, path(guest, model), token(chain)).json();
          assertThat(risk.path("model").asString()).isEqualTo(model);
          assertThat(risk.path("pNoStay").asDouble())
              .as(risk.toString())
              .isEqualTo(score.noStay(), within(DIGITS));
          assertThat(risk.path("pGone").asDouble())
              .as(risk.toString())
              .isEqualTo(score.gone(), within(DIGITS));
        });
  }

  /** All stays of all guests have arrived when each guest's risk is that of the backtest. */
  private static void arrive(Chain chain, Map<String, Score> backtested) {
    backtested.forEach(
        (guest, score) ->
            Chain.until(
                "all stays of " + guest + " are known",
                () ->
                    Math.abs(
                            chain
                                    .get(Ports.SCORER, path(guest, "prior-1"), token(chain))
                                    .json()
                                    .path("pNoStay")
                                    .asDouble(-1)
                                - score.noStay())
                        <= DIGITS));
  }

  private static String path(String guest, String model) {
    return "/guests/%s/risk?asOf=%sT00:00:00Z&model=%s".formatted(guest, CUT, model);
  }

  private static String token(Chain chain) {
    return chain.token("HEAD_OFFICE", "agree");
  }

  /** A model that the running system has made of what was imported. */
  private static String fitted(Chain chain) throws InterruptedException {
    Models models = new Models(chain.stack().ports().url(Ports.SCORER), chain.tokens());
    Instant asked = models.askForFit();
    Chain.until("a model was made", () -> ended(models, asked).has("verdict"));
    JsonNode ended = ended(models, asked);
    assertThat(ended.path("guests").asInt()).isGreaterThanOrEqualTo(2_357);
    assertThat(ended.path("candidate").asString("")).as(ended.toString()).startsWith("fit-");
    return ended.path("candidate").asString();
  }

  private static JsonNode ended(Models models, Instant asked) {
    try {
      return models.fitSince(asked).orElseGet(() -> Json.mapper().createObjectNode());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static JsonNode version(Chain chain, String version) {
    for (JsonNode one : chain.get(Ports.SCORER, "/models", token(chain)).json().path("versions")) {
      if (one.path("version").asString().equals(version)) {
        return one;
      }
    }
    throw new AssertionError(version + " is not among the versions");
  }

  /** By the command, in a process of its own, as a person runs it. */
  private Map<String, Score> backtested(Path history, String model)
      throws IOException, InterruptedException {
    Path predictions = folder.resolve("predictions.csv");
    Path jar = Installation.here().serviceJar("retention-scorer").orElseThrow();
    Process backtest =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar.toString(),
                "-Dloader.main=io.amends.scorer.command.BacktestCommand",
                "org.springframework.boot.loader.launch.PropertiesLauncher",
                history.toString(),
                "--cut",
                CUT,
                "--model",
                model,
                "--out",
                predictions.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("backtest.log").toFile())
            .start();
    assertThat(backtest.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(backtest.exitValue()).as(Files.readString(folder.resolve("backtest.log"))).isZero();
    Map<String, Score> scores = new LinkedHashMap<>();
    try (Stream<String> lines = Files.lines(predictions)) {
      lines
          .skip(1)
          .map(line -> List.of(line.split(",", -1)))
          .forEach(
              row ->
                  scores.put(
                      row.get(0),
                      new Score(Double.parseDouble(row.get(2)), Double.parseDouble(row.get(3)))));
    }
    return scores;
  }
}
