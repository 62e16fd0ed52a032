package io.amends.local.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;

/** A compose file as it is written, variables at their defaults. */
final class ComposeFile {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:-([^}]*)}");

  private final Map<String, Map<String, Object>> services = new TreeMap<>();

  private ComposeFile(Map<String, Object> file) {
    map(file.get("services")).forEach((name, service) -> services.put(name, map(service)));
  }

  static ComposeFile named(String name) {
    try {
      String text = Files.readString(Path.of("..").resolve(name));
      Object read = new Yaml(new Compose()).load(VARIABLE.matcher(text).replaceAll("$1"));
      return new ComposeFile(map(read));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Map<String, Map<String, Object>> services() {
    return services;
  }

  Map<String, Object> service(String name) {
    return services.getOrDefault(name, Map.of());
  }

  static boolean isJob(Map<String, Object> service) {
    return "no".equals(service.get("restart"));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  static List<String> strings(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** Compose's own words about how a list or a map is merged say nothing here. */
  private static final class Compose extends SafeConstructor {

    Compose() {
      super(new LoaderOptions());
      yamlConstructors.put(new Tag("!override"), new ConstructYamlSeq());
      yamlConstructors.put(new Tag("!reset"), new ConstructYamlSeq());
    }
  }
}
