package io.amends.local.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

  @TempDir Path folder;

  @Test
  void is_made_once_and_read_by_its_owner_alone() throws IOException {
    var key = SigningKey.in(folder);

    assertThat(key.isPrivate()).isTrue();
    assertThat(SigningKey.in(folder)).isEqualTo(key);
    Path file = folder.resolve("signing-key.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void that_cannot_be_read_is_named_with_what_helps() throws IOException {
    Files.writeString(folder.resolve("signing-key.json"), "no key");

    assertThatThrownBy(() -> SigningKey.in(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("signing-key.json; delete it and a new one is made");
  }
}
