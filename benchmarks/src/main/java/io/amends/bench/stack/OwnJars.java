package io.amends.bench.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What this process runs from, for a process that runs from the same. */
public final class OwnJars {

  private OwnJars() {}

  /** In the order of the class path, absolute. */
  public static List<Path> all() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .map(Path::toAbsolutePath)
        .toList();
  }
}
