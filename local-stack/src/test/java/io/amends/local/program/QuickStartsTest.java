package io.amends.local.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.child.Tether;
import io.amends.local.installation.Installation;
import io.amends.local.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records starts of a real JVM. */
class QuickStartsTest {

  @TempDir Path root;

  private QuickStarts starts;
  private Program program;

  @BeforeEach
  void build() throws IOException {
    Files.createDirectories(root.resolve("local-stack/target"));
    jar(root.resolve("local-stack/target/local-stack-0-child.jar"), Tether.class);
    Path jar = root.resolve("hello.jar");
    jar(jar, Hello.class);
    program =
        Program.service(
            "hello", new Code.MainClass(List.of(jar), Hello.class.getName(), List.of()), 32);
    starts = new QuickStarts(new Installation(root));
  }

  @Test
  void a_recorded_start_counts_once_it_is_kept_and_starts_the_same_program() {
    assertThat(starts.isRecorded(program)).isFalse();
    assertThat(starts.of(program).flags()).isEmpty();

    assertThat(outputOf(starts.recorded(program))).contains("hello");
    assertThat(starts.isRecorded(program)).isFalse();

    starts.keep(program);
    assertThat(starts.isRecorded(program)).isTrue();
    assertThat(starts.of(program).flags()).anyMatch(flag -> flag.startsWith("-XX:AOTCache="));
    assertThat(outputOf(starts.of(program))).contains("hello");
  }

  @Test
  void what_was_recorded_of_another_build_does_not_count_and_is_dropped() throws IOException {
    outputOf(starts.recorded(program));
    starts.keep(program);

    jar(root.resolve("hello.jar"), Hello.class, Tether.class);
    assertThat(starts.isRecorded(program)).isFalse();

    outputOf(starts.recorded(program));
    starts.keep(program);
    try (var folders = Files.list(root.resolve("local-stack/target/starts"))) {
      assertThat(folders).hasSize(1);
    }
  }

  private List<String> outputOf(Start start) {
    Path log = root.resolve("hello.log");
    List<String> command = start.command(program, root, root.resolve("crash.log"));
    Child child = Child.start(command, Map.of(), log);
    assertThat(child.ended().join()).isZero();
    return child.log().lastLines(100);
  }

  private static void jar(Path jar, Class<?>... classes) {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> each : classes) {
        String name = each.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(name));
        try (var bytes = each.getClassLoader().getResourceAsStream(name)) {
          bytes.transferTo(out);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
