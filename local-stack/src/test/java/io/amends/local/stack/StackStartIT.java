package io.amends.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.amends.local.installation.Installation;
import io.amends.local.process.ProcessMark;
import io.amends.local.program.Code;
import io.amends.local.program.Ports;
import io.amends.local.program.Program;
import io.amends.local.stack.StackEvent.Died;
import io.amends.local.stack.StackEvent.Starting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a stack starts and stops, and what it says when it can't. */
class StackStartIT {

  @TempDir Path data;

  @Test
  void a_taken_port_is_named_with_what_wanted_it() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StackBuilder plan =
          plan().ports(Ports.free().with(Ports.SMTP, taken.getLocalPort())).services(List.of());

      assertThatThrownBy(plan::start)
          .isInstanceOf(StackFailure.class)
          .hasMessage(
              "port %d is taken (smtp of identity): stop what listens there, or start with --port smtp=NUMBER"
                  .formatted(taken.getLocalPort()));
    }
    assertThat(data.resolve("running.json")).doesNotExist();
  }

  @Test
  void a_process_that_ends_while_it_starts_is_reported_with_its_last_lines() throws IOException {
    Path broken = Files.writeString(data.resolve("broken-service.jar"), "not a jar");
    Program service = Program.service("broken", new Code.BootJar(broken), 32);

    assertThatThrownBy(
            () -> plan().ports(Ports.free().withFree("broken")).services(List.of(service)).start())
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("broken ended while it started (exit value 1)")
        .hasMessageContaining(data.resolve("logs/broken.log").toString())
        .hasMessageContaining("ClassNotFoundException");
    assertThat(data.resolve("running.json")).doesNotExist();
  }

  @Test
  void stopping_leaves_no_process_and_a_second_start_finds_what_the_first_has_left()
      throws Exception {
    String key;
    Collection<ProcessMark> processes;
    try (Stack first =
        plan()
            .ports(Ports.free())
            .services(List.of())
            .topics(() -> List.of(new NewTopic("intake.complaints.v1", 4, (short) 1)))
            .start()) {
      key = publishedKey(first);
      processes = new RunFile(first.data().runFile()).read().orElseThrow().processes().values();
      assertThat(processes).hasSize(2).allMatch(ProcessMark::isAlive);
      assertThatThrownBy(() -> plan().ports(Ports.free()).services(List.of()).build())
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("is in use: a stack runs on it already (pid ");
    }
    assertThat(processes).noneMatch(ProcessMark::isAlive);
    assertThat(data.resolve("running.json")).doesNotExist();

    // Other ports than before: nothing that was kept may depend on them.
    try (Stack second = plan().ports(Ports.free()).services(List.of()).start()) {
      assertThat(topics(second)).contains("intake.complaints.v1");
      assertThat(publishedKey(second)).isEqualTo(key);
    }
  }

  @Test
  void what_a_signal_to_all_has_ended_is_not_started_again_while_the_rest_stops() throws Exception {
    List<StackEvent> events = new CopyOnWriteArrayList<>();
    CountDownLatch died = new CountDownLatch(1);
    Stack stack =
        plan()
            .ports(Ports.free().withFree(Fake.NAME))
            .services(List.of(Fake.service()))
            .environment(Fake.LINGERS, "3000") // longer than it takes to start one again
            .listener(
                event -> {
                  events.add(event);
                  if (event instanceof Died) {
                    died.countDown();
                  }
                })
            .start();
    ProcessHandle.of(stack.pid(Ports.IDENTITY)).orElseThrow().destroyForcibly();
    assertThat(died.await(30, TimeUnit.SECONDS)).isTrue();

    assertTimeoutPreemptively(Duration.ofSeconds(60), stack::close);

    assertThat(events)
        .filteredOn(event -> event instanceof Starting(var program, _) && isIdentity(program))
        .hasSize(1);
    assertThat(data.resolve("running.json")).doesNotExist();
  }

  private static boolean isIdentity(String program) {
    return program.equals(Ports.IDENTITY);
  }

  private StackBuilder plan() {
    return Stack.of(Installation.here(), data);
  }

  private static String publishedKey(Stack stack) throws Exception {
    return new Http().get(stack.ports().url(Ports.IDENTITY) + "/oauth2/jwks").body();
  }

  private static Collection<String> topics(Stack stack) throws Exception {
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.ports().bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      return admin.listTopics().names().get();
    }
  }
}
