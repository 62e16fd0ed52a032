package io.amends.contracts.time.clock;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * "Before the guest leaves": moves with the stay, and with nothing else.
 *
 * @param departureAt as the stay has it
 * @param dueAt by the rule, as it was when the stay last changed; not before {@code start}
 */
@JsonTypeName("DEPARTURE")
public record DepartureClock(
    Instant start, BeforeDeparture rule, Instant departureAt, Instant dueAt) implements SetClock {

  /**
   * @throws IllegalArgumentException if it would be due before its start
   */
  public DepartureClock {
    if (dueAt.isBefore(start)) {
      throw new IllegalArgumentException(
          "dueAt: %s (expected: not before %s)".formatted(dueAt, start));
    }
  }

  /** From {@code start} on; due at once if the guest has left by then. */
  public static DepartureClock from(Instant start, BeforeDeparture rule, Instant departureAt) {
    return of(start, rule, departureAt, start);
  }

  /**
   * The guest leaves at another time. To hear the same time again changes nothing, or a repeated
   * message would find that little is left and give the hotel until the departure.
   *
   * @param asOf when that was said
   */
  public DepartureClock movedTo(Instant otherDepartureAt, Instant asOf) {
    return otherDepartureAt.equals(departureAt) ? this : of(start, rule, otherDepartureAt, asOf);
  }

  private static DepartureClock of(
      Instant start, BeforeDeparture rule, Instant departureAt, Instant asOf) {
    Instant dueAt = rule.dueAt(asOf, departureAt);
    return new DepartureClock(start, rule, departureAt, dueAt.isBefore(start) ? start : dueAt);
  }
}
