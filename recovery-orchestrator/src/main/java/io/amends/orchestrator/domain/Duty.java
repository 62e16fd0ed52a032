package io.amends.orchestrator.domain;

import io.amends.contracts.Place;
import io.amends.contracts.Role;
import io.amends.contracts.reference.OnDuty;
import io.amends.contracts.reference.RosterReference.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who is on duty at one hotel. */
public sealed interface Duty {

  /** Nobody has said who works there: whoever has a role is told, and the edge finds whom. */
  record Unknown() implements Duty {}

  /** As its roster says. */
  record Known(OnDuty roster) implements Duty {}

  /** Of each hotel. */
  interface Rosters extends Function<Place, Duty> {

    /** Nobody has said who works anywhere. */
    Rosters NONE = _ -> new Unknown();
  }

  /** What becomes of an alert to a role. */
  sealed interface Reach {

    /** These people are told, in that role; none are named if nobody said who works there. */
    record Told(Role role, List<String> people) implements Reach {
      public Told {
        people = List.copyOf(people);
      }
    }

    /** Nobody of that role is on duty until then. */
    record Held(Instant until) implements Reach {}
  }

  /** Who is on duty in a role; empty: nobody has said who works there. */
  default Optional<List<Person>> in(Role role, Instant at) {
    return switch (this) {
      case Unknown _ -> Optional.empty();
      case Known(var roster) -> Optional.of(roster.in(role, at));
    };
  }

  /**
   * Who hears of something at an instant: whoever is on duty in that role; else it waits a little;
   * else the next level that is on duty. A role that nobody has goes to head office.
   *
   * @param wait how long at most; zero: not at all
   */
  default Reach reach(Role role, Instant at, Duration wait) {
    return switch (this) {
      case Unknown _ -> new Reach.Told(role, List.of());
      case Known(var roster) -> reach(roster, role, at, wait);
    };
  }

  private static Reach reach(OnDuty roster, Role role, Instant at, Duration wait) {
    List<String> people = people(roster, role, at);
    if (!people.isEmpty()) {
      return new Reach.Told(role, people);
    }
    if (!roster.isConfigured(role)) {
      List<String> office = people(roster, Role.HEAD_OFFICE, at);
      return office.isEmpty()
          ? new Reach.Told(role, List.of())
          : new Reach.Told(Role.HEAD_OFFICE, office);
    }
    return wait.isZero()
        ? up(roster, role, at)
        : new Reach.Held(roster.next(role, at, at.plus(wait)).orElse(at.plus(wait)));
  }

  private static Reach up(OnDuty roster, Role role, Instant at) {
    Role higher = role;
    while (higher != Role.HEAD_OFFICE) {
      higher = LadderPlan.oneUp(higher);
      List<String> people = people(roster, higher, at);
      if (!people.isEmpty()) {
        return new Reach.Told(higher, people);
      }
    }
    return new Reach.Told(role, List.of());
  }

  private static List<String> people(OnDuty roster, Role role, Instant at) {
    return roster.in(role, at).stream().map(Person::staffId).toList();
  }
}
