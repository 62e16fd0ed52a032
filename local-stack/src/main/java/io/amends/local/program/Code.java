package io.amends.local.program;

import java.nio.file.Path;
import java.util.List;

/** What a program is made of. */
public sealed interface Code {

  /** The jars that decide what it does. */
  List<Path> jars();

  /** A service as it is shipped: one jar that Spring Boot has packed. */
  record BootJar(Path jar) implements Code {

    @Override
    public List<Path> jars() {
      return List.of(jar);
    }
  }

  /**
   * A class with a {@code main}, on jars.
   *
   * @param arguments what {@code main} is given
   */
  record MainClass(List<Path> jars, String name, List<String> arguments) implements Code {

    public MainClass {
      jars = List.copyOf(jars);
      arguments = List.copyOf(arguments);
    }
  }
}
