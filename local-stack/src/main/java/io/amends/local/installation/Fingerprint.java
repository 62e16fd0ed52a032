package io.amends.local.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells whether jars are still the ones that something was made from. */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * 16 hexadecimal digits that differ if the content of a jar or one of the words does. Reads the
   * jars' tables of contents only: the checksum of every file stands there.
   */
  public static String of(Collection<Path> jars, Collection<String> words) {
    MessageDigest digest = sha256();
    words.forEach(word -> digest.update(word.getBytes(StandardCharsets.UTF_8)));
    jars.forEach(jar -> addContents(digest, jar));
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  /** Whether it can be read as a jar. */
  public static boolean isJar(Path file) {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      return jar.size() > 0;
    } catch (IOException _) {
      return false;
    }
  }

  private static void addContents(MessageDigest digest, Path jar) {
    digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream().forEach(entry -> addEntry(digest, entry));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + jar, failure);
    }
  }

  private static void addEntry(MessageDigest digest, ZipEntry entry) {
    digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
    ByteBuffer numbers = ByteBuffer.allocate(16).putLong(entry.getCrc()).putLong(entry.getSize());
    digest.update(numbers.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
