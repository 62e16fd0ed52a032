package io.amends.contracts.policy;

import io.amends.contracts.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a policy: chain, brand, region, property. The chain's is whole; a lower one says
 * only what is other there, but for what a higher one has locked.
 */
public final class PolicyLevels {

  /** The level on which a policy is whole. */
  public static final String CHAIN = "CHAIN";

  /** How a scope is written: {@code CHAIN}, {@code BRAND:GRAND}, {@code REGION:APAC}, … */
  public static final String SCOPE = "CHAIN|(BRAND|REGION|PROPERTY):[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

  private static final String CURRENT = "/policy@current";

  private PolicyLevels() {}

  /** The scopes that count at a hotel, the highest first. */
  public static List<String> scopesOf(Place place) {
    return List.of(
        CHAIN,
        "BRAND:" + place.brand(),
        "REGION:" + place.region(),
        "PROPERTY:" + place.propertyId().value());
  }

  /** Under which key the policy of a scope lies that is in force. */
  public static String currentOf(String scope) {
    return scope + CURRENT;
  }

  /**
   * What they come to, together.
   *
   * @param levels documents, the highest first; the first is whole
   */
  public static Map<String, Object> resolve(List<Map<String, Object>> levels) {
    Map<String, Object> resolved = new LinkedHashMap<>(levels.getFirst());
    Set<String> locks = new TreeSet<>(locksOf(levels.getFirst()));
    for (Map<String, Object> lower : levels.subList(1, levels.size())) {
      resolved = merged("", resolved, lower, locks);
      locks.addAll(locksOf(lower));
    }
    return resolved;
  }

  /** What nobody below may say otherwise: paths with dots. */
  public static Set<String> locksOf(Map<String, Object> document) {
    Set<String> locks = new TreeSet<>();
    if (document.get("policy") instanceof Map<?, ?> head
        && head.get("locks") instanceof List<?> l) {
      l.forEach(lock -> locks.add(String.valueOf(lock)));
    }
    return locks;
  }

  /** Which of these locks a lower level breaks, as JSON pointers to what it says. */
  public static List<String> broken(Map<String, Object> lower, Set<String> locks) {
    List<String> broken = new ArrayList<>();
    for (String lock : locks) {
      Object found = lower;
      for (String name : lock.split("\\.", -1)) {
        found = found instanceof Map<?, ?> map ? map.get(name) : null;
      }
      if (found != null) {
        broken.add("/" + lock.replace('.', '/'));
      }
    }
    return broken;
  }

  private static Map<String, Object> merged(
      String path, Map<String, Object> upper, Map<String, Object> lower, Set<String> locks) {
    Map<String, Object> merged = new LinkedHashMap<>(upper);
    lower.forEach(
        (name, value) -> {
          String here = path.isEmpty() ? name : path + "." + name;
          if (!locks.contains(here)) {
            merged.put(name, merged(here, upper.get(name), value, locks));
          }
        });
    return merged;
  }

  /** An object is said otherwise member by member, everything else as a whole. */
  private static Object merged(
      String path, @Nullable Object upper, Object lower, Set<String> locks) {
    return upper instanceof Map<?, ?> one && lower instanceof Map<?, ?> other
        ? merged(path, named(one), named(other), locks)
        : lower;
  }

  private static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }
}
