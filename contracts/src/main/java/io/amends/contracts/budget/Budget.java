package io.amends.contracts.budget;

import io.amends.contracts.Nights;
import java.util.HashMap;
import java.util.Map;

/**
 * One month of whatever has a limit, in nights: what is set aside and what was given never exceed
 * it. Whoever keeps one is its only writer, so the log of its key orders all who want of it.
 *
 * @param reserved what is set aside, by reservation: promised, and neither given nor taken back
 * @param committed what was given
 */
public record Budget(Map<String, Nights> reserved, Nights committed) {

  public static final Budget UNTOUCHED = new Budget(Map.of(), Nights.ZERO);

  public Budget {
    reserved = Map.copyOf(reserved);
  }

  /** What a wish has come to. */
  public record Reserved(Budget after, boolean granted) {}

  /** What counts against the limit. */
  public Nights used() {
    return reserved.values().stream().reduce(committed, Nights::plus);
  }

  /** What may still be asked for: vouchers that are out, and what is under way. */
  public Nights liability() {
    return reserved.values().stream().reduce(Nights.ZERO, Nights::plus);
  }

  /** What is left of a limit; a limit that was lowered below what is used leaves nothing. */
  public Nights left(Nights limit) {
    Nights used = used();
    return used.exceeds(limit) ? Nights.ZERO : limit.minus(used);
  }

  /** Sets something aside if the limit allows it; a repeat gets the same answer. */
  public Reserved reserve(String reservation, Nights nights, Nights limit) {
    if (reserved.containsKey(reservation)) {
      return new Reserved(this, true);
    }
    Budget after = with(reservation, nights);
    return after.used().exceeds(limit) ? new Reserved(this, false) : new Reserved(after, true);
  }

  /** It was given; a repeat finds nothing set aside any more and changes nothing. */
  public Budget commit(String reservation) {
    Nights held = reserved.get(reservation);
    return held == null ? this : new Budget(release(reservation).reserved, committed.plus(held));
  }

  /** It was set aside for nothing. */
  public Budget release(String reservation) {
    Map<String, Nights> less = new HashMap<>(reserved);
    less.remove(reservation);
    return new Budget(less, committed);
  }

  /** It was given and taken back. */
  public Budget reverse(Nights nights) {
    return new Budget(reserved, committed.minus(nights));
  }

  private Budget with(String reservation, Nights nights) {
    Map<String, Nights> more = new HashMap<>(reserved);
    more.put(reservation, nights);
    return new Budget(more, committed);
  }
}
