package io.amends.local.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Files that only their owner may read. */
public final class PrivateFile {

  private static final int BYTES = 32;

  private PrivateFile() {}

  /** 32 bytes that nobody guesses, in base64url. */
  public static String random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /**
   * What stands in the file; made and written first if there is none. Of several the first wins.
   */
  public static String readOrMake(Path file, Supplier<String> content) {
    try {
      if (!Files.exists(file)) {
        write(file, content.get());
      }
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A file or a folder, from now on. */
  public static void closeToOthers(Path place) {
    try {
      String owner = Files.isDirectory(place) ? "rwx------" : "rw-------";
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(owner));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Never readable by others, never half there, and never over what another has written. */
  private static void write(Path file, String content) throws IOException {
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, content);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      // whoever came first has written it, and its words are read
    } finally {
      Files.delete(draft);
    }
  }
}
