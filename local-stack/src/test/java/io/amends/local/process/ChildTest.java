package io.amends.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void tells_its_exit_value_and_the_last_lines_of_this_run() throws IOException {
    Path log = folder.resolve("log");
    Files.writeString(log, "of an earlier run\n");

    Child child = shell("echo one; echo $WORD >&2; exit 3", Map.of("WORD", "two"));

    assertThat(child.ended().join()).isEqualTo(3);
    assertThat(child.log().lastLines(10)).containsExactly("one", "two");
    assertThat(child.log().lastLines(1)).containsExactly("two");
  }

  @Test
  void does_not_hear_the_terminal_and_stops_when_it_is_asked_to() throws Exception {
    Child child = shell("trap 'echo stopped; exit 0' TERM; echo ready; while :; do read x; done");
    assertThat(Waiting.until(PATIENCE, () -> !child.log().lastLines(1).isEmpty())).isTrue();

    int signalled = new ProcessBuilder("kill", "-INT", "" + child.pid()).start().waitFor();
    assertThat(signalled).isZero();
    assertThat(child.isAlive()).isTrue();

    child.kill();
    assertThat(child.isAlive()).isFalse();
    assertThat(child.ended().join()).isEqualTo(137);
  }

  @Test
  void that_does_not_stop_in_time_is_ended() throws Exception {
    Child child = shell("trap '' TERM; echo ready; read x");
    assertThat(Waiting.until(PATIENCE, () -> !child.log().lastLines(1).isEmpty())).isTrue();

    child.stop(Duration.ofMillis(100));

    assertThat(child.ended().join()).isEqualTo(137);
  }

  @Test
  void is_known_by_its_start_too_since_numbers_are_used_again() {
    Child child = shell("read x");
    ProcessMark mark = child.mark();
    ProcessMark earlier = new ProcessMark(mark.pid(), Instant.EPOCH);

    assertThat(mark.isAlive()).isTrue();
    assertThat(earlier.isAlive()).isFalse();

    child.kill();
    assertThat(mark.isAlive()).isFalse();
  }

  private Child shell(String script) {
    return shell(script, Map.of());
  }

  private Child shell(String script, Map<String, String> environment) {
    return Child.start(List.of("/bin/sh", "-c", script), environment, folder.resolve("log"));
  }
}
