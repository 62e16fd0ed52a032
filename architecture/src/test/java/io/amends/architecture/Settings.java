package io.amends.architecture;

import static io.amends.architecture.Code.PRODUCTION;

import io.amends.contracts.published.Approved;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** All settings of the house, from the code. */
final class Settings {

  private Settings() {}

  static List<Setting> all() {
    List<Setting> all = new ArrayList<>();
    PRODUCTION.stream()
        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
        .map(type -> type.reflect())
        .filter(Class::isRecord)
        .forEach(type -> add(type, type.getAnnotation(ConfigurationProperties.class).value(), all));
    all.sort(Comparator.comparing(Setting::name));
    return all;
  }

  private static void add(Class<?> type, String prefix, List<Setting> all) {
    Map<String, String> meanings = meanings(type);
    for (int place = 0; place < type.getRecordComponents().length; place++) {
      RecordComponent component = type.getRecordComponents()[place];
      String name = prefix + '.' + kebab(component.getName());
      Class<?> inner = inner(component.getGenericType());
      if (Map.class.isAssignableFrom(component.getType()) && inner.isRecord()) {
        add(inner, name + ".<name>", all);
      } else if (component.getType().isRecord()) {
        add(component.getType(), name, all);
      } else {
        all.add(
            new Setting(
                name,
                component.getType().getSimpleName(),
                standard(type, place),
                meanings.getOrDefault(component.getName(), "")));
      }
    }
  }

  private static Class<?> inner(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return arguments[arguments.length - 1] instanceof Class<?> inner ? inner : Object.class;
    }
    return Object.class;
  }

  private static String standard(Class<?> type, int place) {
    RecordComponent component = type.getRecordComponents()[place];
    DefaultValue value =
        type.getDeclaredConstructors()[0].getParameters()[place].getAnnotation(DefaultValue.class);
    if (value != null) {
      String said = String.join(",", value.value());
      return said.isEmpty() ? "none" : said;
    }
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "none" : "";
  }

  /** What the record's documentation says of each of its components. */
  private static Map<String, String> meanings(Class<?> type) {
    String source = Approved.read(sourceOf(type));
    Matcher documentation =
        Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/[^/]*?record " + type.getSimpleName() + "\\(")
            .matcher(source.replace("\n", "\f"));
    Map<String, String> meanings = new HashMap<>();
    if (documentation.find()) {
      Matcher parameter =
          Pattern.compile("@param (\\w+) ((?:(?!@param|@throws).)*)")
              .matcher(documentation.group(1));
      while (parameter.find()) {
        meanings.put(
            parameter.group(1),
            parameter
                .group(2)
                .replaceAll("\f\\s*\\*?\\s*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replace("|", "\\|")
                .strip());
      }
    }
    return meanings;
  }

  private static Path sourceOf(Class<?> type) {
    String file = type.getName().replace('.', '/').replaceAll("\\$.*", "") + ".java";
    return Code.modules().stream()
        .map(module -> module.resolve("src/main/java").resolve(file))
        .filter(path -> path.toFile().exists())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no source of " + type));
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
