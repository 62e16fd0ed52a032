package io.amends.local.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that tokens are signed with: made once and kept, so that they survive a restart. */
final class SigningKey {

  private static final int BITS = 2048;

  private SigningKey() {}

  /**
   * The key in this folder, made if there is none.
   *
   * @throws IllegalStateException if what lies there is no key
   */
  static RSAKey in(Path folder) {
    Path file = folder.resolve("signing-key.json");
    try {
      if (!Files.exists(file)) {
        write(file, new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate());
      }
      return RSAKey.parse(Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (JOSEException | ParseException failure) {
      throw new IllegalStateException(
          "Expected a signing key in %s; delete it and a new one is made".formatted(file), failure);
    }
  }

  /** Never readable by others, and never half there. */
  private static void write(Path file, RSAKey key) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, key.toJSONString());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
