package io.amends.local.identity.token;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The systems that may publish: a client id and its secret per line, read at every request. */
final class IntegratorFile {

  private final String file;

  /**
   * The integrators of this file.
   *
   * @param file empty if nobody may publish
   */
  IntegratorFile(String file) {
    this.file = file;
  }

  Optional<String> secretOf(String clientId) {
    if (file.isEmpty() || !Files.exists(Path.of(file))) {
      return Optional.empty();
    }
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      secrets.load(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Optional.ofNullable(secrets.getProperty(clientId));
  }
}
