package io.amends.local.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void are_made_once() {
    String first = new Secrets(folder).commandLine();

    assertThat(first).matches("[A-Za-z0-9_-]{43}");
    assertThat(new Secrets(folder).commandLine()).isEqualTo(first);
    assertThat(new Secrets(folder).linkKeys()).matches("k1:[A-Za-z0-9_-]{43}");
  }

  @Test
  void are_read_by_their_owner_alone() throws IOException {
    Path file = new Secrets(folder).integrators();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
