package io.amends.contracts.policy;

import io.amends.contracts.published.Approved;
import io.amends.contracts.published.Json;
import io.amends.contracts.published.wire.WireType;
import io.amends.contracts.published.wire.WireType.ByKey;
import io.amends.contracts.published.wire.WireType.Field;
import io.amends.contracts.published.wire.WireType.Many;
import io.amends.contracts.published.wire.WireType.Structure;
import io.amends.contracts.published.wire.WireTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The policy that ships, as it is written and as it is read. */
public final class PolicyFile {

  /** A number, a share, a time of day, a duration. */
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d+(\\.\\d+)?%?|\\d\\d:\\d\\d|P(?=.)(\\d+[YMWD])*(T(\\d+[HMS])+)?");

  private PolicyFile() {}

  static Map<String, Object> written() {
    return new Yaml().load(Approved.read(Approved.RESOURCES.resolve("policy/default-policy.yaml")));
  }

  public static HotelPolicy read() {
    return Json.MAPPER.convertValue(written(), HotelPolicy.class);
  }

  /** Numbers that no component of the policy's records binds, "path: value", as they come. */
  static List<String> numbersNotRead() {
    List<String> notRead = new ArrayList<>();
    walk("", written(), WireTypes.of(HotelPolicy.class), notRead);
    return notRead;
  }

  private static void walk(
      String path, @Nullable Object node, @Nullable WireType readAs, List<String> notRead) {
    switch (node) {
      case Map<?, ?> map ->
          map.forEach(
              (key, value) ->
                  walk(
                      path.isEmpty() ? "" + key : path + "." + key,
                      value,
                      below(readAs, "" + key),
                      notRead));
      case List<?> list -> {
        WireType element = readAs instanceof Many many ? many.of() : null;
        for (int i = 0; i < list.size(); i++) {
          walk("%s[%d]".formatted(path, i), list.get(i), element, notRead);
        }
      }
      case null -> {}
      default -> {
        if (readAs == null && NUMBER.matcher(node.toString()).matches()) {
          notRead.add(path + ": " + node);
        }
      }
    }
  }

  private static @Nullable WireType below(@Nullable WireType readAs, String key) {
    return switch (readAs) {
      case Structure record ->
          record.fields().stream()
              .filter(field -> field.name().equals(key))
              .map(Field::type)
              .findAny()
              .orElse(null);
      case ByKey map -> map.value();
      case null, default -> null;
    };
  }
}
