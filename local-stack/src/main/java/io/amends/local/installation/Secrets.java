package io.amends.local.installation;

import java.nio.file.Path;

/** What only this stack knows: made once, kept in its data folder, readable by its owner alone. */
public final class Secrets {

  private final Path folder;

  Secrets(Path folder) {
    this.folder = folder;
  }

  /**
   * The keys of guests' and staff's links, newest first: {@code id:key}, with commas between. A key
   * is 32 bytes in base64url.
   */
  public String linkKeys() {
    return PrivateFile.readOrMake(folder.resolve("link-keys"), () -> "k1:" + PrivateFile.random());
  }

  /** What the command line proves itself with to the identity process. */
  public String commandLine() {
    return PrivateFile.readOrMake(folder.resolve("command-line"), PrivateFile::random);
  }

  /** The password of an account of the broker. */
  public String kafka(String account) {
    return PrivateFile.readOrMake(folder.resolve("kafka-" + account), PrivateFile::random);
  }

  /** Which systems may publish over HTTP: a client id and its secret per line. */
  public Path integrators() {
    Path file = folder.resolve("integrators.properties");
    String _ = PrivateFile.readOrMake(file, () -> "demo-integrator=" + PrivateFile.random());
    return file;
  }
}
