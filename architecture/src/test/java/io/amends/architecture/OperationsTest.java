package io.amends.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What wakes somebody at night is right, and says what to do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OperationsTest {

  private static final Path PROMETHEUS = Code.ROOT.resolve("operations/prometheus");
  private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\w+)$");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (\\w+)$");
  private static final Pattern TESTED = Pattern.compile("(?m)^ *alertname: (\\w+)$");

  @Test
  void every_alert_has_its_section_and_every_section_its_alert() throws IOException {
    assertThat(names(SECTION, Code.ROOT.resolve("docs/alerts.md")))
        .containsExactlyInAnyOrderElementsOf(names(ALERT, PROMETHEUS.resolve("alerts.yml")));
  }

  @Test
  void every_alert_names_its_section() throws IOException {
    String alerts = Files.readString(PROMETHEUS.resolve("alerts.yml"));
    for (String alert : names(ALERT, PROMETHEUS.resolve("alerts.yml"))) {
      assertThat(alerts)
          .contains("runbook: docs/alerts.md#" + alert.toLowerCase(java.util.Locale.ROOT));
    }
  }

  /** Windows of one objective and absences of one service each are tested once for all. */
  @Test
  void every_kind_of_alert_has_a_test() throws IOException {
    List<String> tested = new ArrayList<>();
    for (Path file : tests()) {
      tested.addAll(names(TESTED, file));
    }
    assertThat(names(ALERT, PROMETHEUS.resolve("alerts.yml")).stream().map(OperationsTest::kind))
        .isSubsetOf(tested.stream().map(OperationsTest::kind).toList());
  }

  private static String kind(String alert) {
    return alert
        .replaceFirst("Burns(Fast|Slowly)?$", "Burns")
        .replaceFirst(
            "^(ComplaintIntake|RecoveryOrchestrator|RetentionScorer|NotificationService|RecoveryDesk)Absent$",
            "ServiceAbsent");
  }

  @Test
  void the_rules_are_well_formed_and_keep_their_tests() throws IOException, InterruptedException {
    Path promtool = promtool();
    List<String> rules = new ArrayList<>(List.of(promtool.toString(), "check", "rules"));
    rules.add("recording.yml");
    rules.add("alerts.yml");
    run(rules);
    List<String> test = new ArrayList<>(List.of(promtool.toString(), "test", "rules"));
    tests().forEach(file -> test.add(PROMETHEUS.relativize(file).toString()));
    run(test);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(PROMETHEUS.toFile())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
  }

  /** On the path, or where PROMTOOL says; without it this one test is skipped. */
  private static Path promtool() {
    String named = System.getenv("PROMTOOL");
    String path = System.getenv("PATH");
    Path found =
        named != null
            ? Path.of(named)
            : Stream.of((path == null ? "" : path).split(":", -1))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(""));
    assumeTrue(
        Files.isRegularFile(found) && Files.isExecutable(found),
        "promtool is not here: rules are not tested");
    return found;
  }

  private static List<Path> tests() {
    try (Stream<Path> files = Files.list(PROMETHEUS.resolve("tests"))) {
      return files.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> names(Pattern pattern, Path file) throws IOException {
    return pattern.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();
  }
}
