package io.amends.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.published.Approved;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be set is written down, and what is set somewhere can be set. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfigurationTest {

  private static final Path REFERENCE = Code.ROOT.resolve("docs/configuration.md");

  private static final List<String> FILES =
      List.of(
          "service-kit/src/main/resources/amends-kit.yml",
          "complaint-intake/src/main/resources/application.yml",
          "recovery-orchestrator/src/main/resources/application.yml",
          "retention-scorer/src/main/resources/application.yml",
          "notification-service/src/main/resources/application.yml",
          "recovery-desk/src/main/resources/application.yml",
          "local-stack/identity/src/main/resources/application.yaml");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?m)^ *\"?([\\w.\\[\\]-]+)\"?: .*?\\$\\{(AMENDS_\\w+):?([^}]*)}");

  @Test
  @Tag("approved")
  void the_reference_says_what_the_code_says() {
    StringBuilder text = new StringBuilder(HEAD);
    for (Setting setting : Settings.all()) {
      text.append(
          "| `%s`<br>`%s` | %s | %s | %s |\n"
              .formatted(
                  setting.name(),
                  setting.variable(),
                  setting.type(),
                  setting.standard().isEmpty() ? "–" : code(setting.standard()),
                  setting.meaning()));
    }
    text.append(SHORT);
    shortNames()
        .forEach(
            (name, of) -> text.append("| `%s` | %s |\n".formatted(name, String.join(", ", of))));
    Approved.hold("architecture -am", REFERENCE, text.toString());
  }

  @Test
  void every_setting_says_what_it_means() {
    assertThat(Settings.all()).hasSizeGreaterThan(30);
    assertThat(Settings.all().stream().filter(each -> each.meaning().isEmpty()).map(Setting::name))
        .as("without @param")
        .isEmpty();
  }

  @Test
  void compose_files_set_only_what_can_be_set() {
    Set<String> known = new TreeSet<>(shortNames().keySet());
    Settings.all().forEach(setting -> known.add(setting.variable()));
    for (String file : List.of("docker-compose.yml", "docker-compose.three.yml")) {
      Matcher set =
          Pattern.compile("(?m)^ +(AMENDS_\\w+): ").matcher(Approved.read(Code.ROOT.resolve(file)));
      while (set.find()) {
        assertThat(known).as(file).contains(set.group(1));
      }
    }
  }

  private static String code(String standard) {
    return standard.equals("none") ? "none" : "`" + standard + "`";
  }

  /** Variables that the shipped files name, with the settings that take them. */
  private static Map<String, Set<String>> shortNames() {
    Map<String, Set<String>> names = new TreeMap<>();
    for (String file : FILES) {
      Matcher line = PLACEHOLDER.matcher(Approved.read(Code.ROOT.resolve(file)));
      while (line.find()) {
        names
            .computeIfAbsent(line.group(2), _ -> new TreeSet<>())
            .add("`%s` of %s".formatted(line.group(1), file.replaceAll("/src/.*", "")));
      }
    }
    return names;
  }

  private static final String HEAD =
      """
      # What can be set

      Made of the code and held to it; `./mvnw -q -pl architecture -am test -Dgroups=approved -Dapprove=true` writes it
      again. Each setting in a file, by `--name=value`, as a variable of the environment, or as a file of that name in a
      folder that `SPRING_CONFIG_IMPORT=configtree:/folder/` names. Secrets come from the environment or from such a
      folder, never from a file under version control. Whatever else Spring Boot and Kafka can be told holds too, Kafka
      Streams by `amends.streams.properties`, Kafka's clients by the file that `amends.kafka.properties` names.
      Which parts of Spring there are is settled when a service is built ([ADR 25](adr/0025-a-service-is-wired-when-it-is-built.md)).

      A dash as standard: the shipped file says it, or it must be said.

      | setting | type | standard | meaning |
      | --- | --- | --- | --- |
      """;

  private static final String SHORT =
      """

      ## Variables with a short name

      | variable | sets |
      | --- | --- |
      """;
}
