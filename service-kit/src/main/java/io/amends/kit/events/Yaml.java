package io.amends.kit.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML documents of ours: plain maps, lists and scalars, no tags. */
public final class Yaml {

  private Yaml() {}

  /**
   * A document on the class path.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Map<String, Object> resource(String name) {
    try (InputStream in = Yaml.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "resource: %s (expected: on the class path)".formatted(name));
      }
      return new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
