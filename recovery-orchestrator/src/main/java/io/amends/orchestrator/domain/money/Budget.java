package io.amends.orchestrator.domain.money;

import io.amends.contracts.Nights;
import java.util.HashMap;
import java.util.Map;

/**
 * One month of a person, or of a role at a hotel or in a region: at face value, in nights.
 *
 * @param reserved what is set aside, by reservation
 * @param committed what was given
 */
public record Budget(Map<String, Nights> reserved, Nights committed) {

  public static final Budget UNTOUCHED = new Budget(Map.of(), Nights.ZERO);

  public Budget {
    reserved = Map.copyOf(reserved);
  }

  /** What counts against the limit. */
  public Nights used() {
    return reserved.values().stream().reduce(committed, Nights::plus);
  }

  Budget with(String reservation, Nights nights) {
    Map<String, Nights> more = new HashMap<>(reserved);
    more.put(reservation, nights);
    return new Budget(more, committed);
  }

  Budget without(String reservation) {
    Map<String, Nights> less = new HashMap<>(reserved);
    less.remove(reservation);
    return new Budget(less, committed);
  }

  Budget committed(Nights change) {
    return new Budget(reserved, committed.plus(change));
  }
}
