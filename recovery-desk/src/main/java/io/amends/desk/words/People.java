package io.amends.desk.words;

import io.amends.contracts.reference.RosterReference;
import io.amends.desk.view.House;
import java.util.HashMap;
import java.util.Map;

/** Names of actors on one page: staff by their rosters, everybody else by what they are. */
public final class People {

  private static final String STAFF = "STAFF:";
  private static final String SYSTEM = "SYSTEM:";

  private final House house;
  private final Words words;
  private final Map<String, Map<String, String>> names = new HashMap<>();

  public People(House house, Words words) {
    this.house = house;
    this.words = words;
  }

  /** The actor as people say it. */
  public String name(String property, String actor) {
    if (actor.startsWith(STAFF)) {
      String id = actor.substring(STAFF.length());
      return names.computeIfAbsent(property, this::roster).getOrDefault(id, id);
    }
    return actor.startsWith(SYSTEM) ? actor.substring(SYSTEM.length()) : words.of("actor." + actor);
  }

  private Map<String, String> roster(String property) {
    Map<String, String> found = new HashMap<>();
    house
        .roster(property)
        .map(RosterReference::people)
        .ifPresent(people -> people.forEach(one -> found.put(one.staffId(), one.name())));
    return found;
  }
}
