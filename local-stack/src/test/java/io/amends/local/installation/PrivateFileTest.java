package io.amends.local.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrivateFileTest {

  private static final int SERVICES = 8;

  @TempDir Path folder;

  @RepeatedTest(5)
  void services_that_start_at_once_have_the_same_key() throws Exception {
    Path file = folder.resolve("link-keys");
    Callable<String> service = () -> PrivateFile.readOrMake(file, PrivateFile::random);
    List<String> keys;
    try (var starters = Executors.newFixedThreadPool(SERVICES)) {
      keys =
          starters
              .invokeAll(IntStream.range(0, SERVICES).mapToObj(any -> service).toList())
              .stream()
              .map(Future::resultNow)
              .toList();
    }
    assertThat(keys).hasSize(SERVICES).containsOnly(Files.readString(file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(leftovers()).containsExactly(file);
  }

  private List<Path> leftovers() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
