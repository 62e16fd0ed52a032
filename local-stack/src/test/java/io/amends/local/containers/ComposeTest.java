package io.amends.local.containers;

import static io.amends.local.containers.ComposeFile.map;
import static io.amends.local.containers.ComposeFile.strings;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.Party;
import io.amends.local.access.ClusterAccounts;
import io.amends.local.command.AccessCommand;
import io.amends.local.command.SecretsCommand;
import io.amends.local.command.TopicsCommand;
import io.amends.local.program.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The compose files and the code say the same; no engine is needed to see that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeTest {

  private static final List<String> SERVICES =
      ClusterAccounts.SERVICES.stream().map(Party::word).toList();

  private final ComposeFile compose = ComposeFile.named("docker-compose.yml");
  private final ComposeFile three = ComposeFile.named("docker-compose.three.yml");

  @Test
  void services_are_built_from_their_modules_and_listen_where_the_documents_say() {
    for (String name : SERVICES) {
      int port = Ports.standard().of(name);
      Map<String, Object> service = compose.service(name);
      assertThat(map(map(service.get("build")).get("args")))
          .containsEntry("MODULE", name)
          .containsEntry("PORT", port);
      assertThat(strings(service.get("ports")))
          .containsExactly("127.0.0.1:%1$d:%1$d".formatted(port));
    }
    assertThat(strings(compose.service("identity").get("ports")))
        .containsExactly("127.0.0.1:8080:8080");
  }

  @Test
  void services_run_as_nobody_in_particular_on_a_file_system_that_they_cannot_write() {
    for (String name : SERVICES) {
      assertThat(compose.service(name))
          .containsEntry("read_only", true)
          .containsEntry("cap_drop", List.of("ALL"));
      assertThat(strings(compose.service(name).get("volumes")))
          .contains(name + ":/data", "./.amends/containers/%s:/run/amends:ro".formatted(name));
    }
    assertThat(compose.services().values())
        .allSatisfy(service -> assertThat(service).doesNotContainKey("privileged"));
  }

  @Test
  void everything_has_a_limit_and_all_of_it_fits_into_4_GiB() {
    int together = 0;
    for (Map<String, Object> service : compose.services().values()) {
      String limit = String.valueOf(service.get("mem_limit"));
      assertThat(limit).as("mem_limit of %s", service).matches("\\d+m");
      together +=
          ComposeFile.isJob(service) ? 0 : Integer.parseInt(limit.substring(0, limit.length() - 1));
    }
    assertThat(together).isBetween(3_000, 4_096);
  }

  @Test
  void everything_that_stays_says_whether_it_is_well() throws IOException {
    assertThat(Files.readString(Path.of("../Dockerfile"))).contains("HEALTHCHECK ");
    compose
        .services()
        .forEach(
            (name, service) -> {
              if (!ComposeFile.isJob(service) && !service.containsKey("build")) {
                assertThat(service).as(name).containsKey("healthcheck");
              }
            });
  }

  @Test
  void what_is_done_once_is_a_command_that_there_is() {
    assertParsed(new TopicsCommand(), compose.service("topics"));
    assertParsed(new TopicsCommand(), three.service("topics"));
    assertParsed(new AccessCommand(), compose.service("access"));
    assertParsed(new SecretsCommand(), compose.service("secrets"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker-compose.yml", "docker-compose.three.yml"})
  void every_folder_of_secrets_that_is_mounted_is_made(String file, @TempDir Path folder)
      throws IOException {
    new ContainerSecrets(folder).make();
    String begins = "./.amends/containers/";
    List<String> mounted = new ArrayList<>();
    ComposeFile.named(file)
        .services()
        .values()
        .forEach(
            service ->
                strings(service.get("volumes")).stream()
                    .filter(volume -> volume.startsWith(begins))
                    .map(volume -> volume.substring(begins.length()).split(":", -1)[0])
                    .forEach(mounted::add));
    assertThat(mounted).allSatisfy(each -> assertThat(folder.resolve(each)).isNotEmptyDirectory());
  }

  @Test
  void secrets_are_made_once_and_are_for_their_owner_alone(@TempDir Path folder)
      throws IOException {
    new ContainerSecrets(folder).make();
    Path password = folder.resolve("recovery-desk/amends.kafka.password");
    String first = Files.readString(password);
    new ContainerSecrets(folder).make();
    assertThat(Files.readString(password)).isEqualTo(first).hasSizeGreaterThan(40);
    assertThat(Files.readString(folder.resolve("admin/accounts.properties")))
        .contains("recovery-desk=" + first);
    assertThat(Files.readString(folder.resolve("kafka/server.properties")))
        .contains("allow.everyone.if.no.acl.found=false", "auto.create.topics.enable=false")
        .contains("listener.name.host.scram-sha-512.sasl.jaas.config");
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertThat(Files.getPosixFilePermissions(file).toString())
            .as(file.toString())
            .doesNotContain("GROUP", "OTHERS");
      }
    }
  }

  @Test
  void three_brokers_keep_every_record_and_each_service_runs_twice() {
    for (String name : SERVICES) {
      assertThat(map(three.service(name + "-2").get("extends"))).containsEntry("service", name);
      for (String instance : List.of(name, name + "-2")) {
        assertThat(map(three.service(instance).get("environment")))
            .containsEntry("AMENDS_CLUSTER_REPLICATION", 3)
            .containsEntry("AMENDS_CLUSTER_MININSYNC", 2)
            .containsEntry("AMENDS_STANDBYS", 1);
      }
    }
    assertThat(three.services()).containsKeys("kafka", "kafka-2", "kafka-3");
    assertThat(strings(three.service("topics").get("command")))
        .contains("--copies=3", "--in-sync=2");
  }

  private static void assertParsed(Object command, Map<String, Object> service) {
    List<String> words = strings(service.get("command"));
    new CommandLine(command).parseArgs(words.subList(1, words.size()).toArray(String[]::new));
  }
}
