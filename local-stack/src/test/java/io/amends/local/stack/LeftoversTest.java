package io.amends.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.process.Child;
import io.amends.local.process.ProcessMark;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  @TempDir Path folder;

  private Child child;

  @BeforeEach
  void start() {
    child = Child.start(List.of("/bin/sh", "-c", "read x"), Map.of(), folder.resolve("log"));
  }

  @AfterEach
  void end() {
    child.kill();
  }

  @Test
  void are_ended() {
    Leftovers.end(List.of(child.mark()));

    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void are_not_whoever_has_their_number_now() {
    Leftovers.end(List.of(new ProcessMark(child.pid(), Instant.EPOCH)));

    assertThat(child.isAlive()).isTrue();
  }
}
