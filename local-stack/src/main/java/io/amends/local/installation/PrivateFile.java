package io.amends.local.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** What stands in the file; made and written first if there is none. */
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

  /** Never readable by others, and never half there. */
  private static void write(Path file, String content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
