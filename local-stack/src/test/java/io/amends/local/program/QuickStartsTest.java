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
import java.util.Objects;
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
  void a_run_is_recorded_once_and_counts_when_it_is_kept() {
    Start first = starts.of(program);
    assertThat(outputOf(first)).contains("hello");
    assertThat(starts.isRecorded(program)).isFalse();

    keep(first);
    assertThat(starts.isRecorded(program)).isTrue();
    Start second = starts.of(program);
    assertThat(second.recording()).isNull();
    assertThat(second.flags()).anyMatch(flag -> flag.startsWith("-XX:SharedArchiveFile="));
    assertThat(outputOf(second)).contains("hello");
  }

  @Test
  void what_was_recorded_of_another_build_does_not_count_and_the_last_but_one_is_dropped()
      throws IOException {
    Start first = starts.of(program);
    assertThat(outputOf(first)).contains("hello");
    keep(first);

    jar(root.resolve("hello.jar"), Hello.class, Tether.class);
    assertThat(starts.isRecorded(program)).isFalse();
    assertThat(outputOf(starts.of(program))).contains("hello");
    assertThat(first.classPath().getFirst()).exists();

    jar(root.resolve("hello.jar"), Hello.class, Ports.class);
    assertThat(outputOf(starts.of(program))).contains("hello");
    assertThat(first.classPath().getFirst()).doesNotExist();
  }

  private static void keep(Start start) {
    Objects.requireNonNull(start.recording(), "recording").keep();
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
