package io.amends.contracts.reference;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.PropertyId;
import io.amends.contracts.Role;
import io.amends.contracts.time.IanaZone;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who works at a hotel, in which role, and how each is reached.
 *
 * @param absences ill, on leave; absent: nobody
 */
@JsonTypeName("amends.reference.roster.v1")
public record RosterReference(
    PropertyId propertyId,
    List<Person> people,
    List<Shift> shifts,
    @Nullable List<Absence> absences) {

  public RosterReference {
    people = List.copyOf(people);
    shifts = List.copyOf(shifts);
    absences = absences == null ? null : List.copyOf(absences);
  }

  /** A hotel of which nobody has said who works there. */
  public static RosterReference nobody(PropertyId property) {
    return new RosterReference(property, List.of(), List.of(), null);
  }

  /**
   * Who is on duty in a role; somebody else for whoever is away, see {@link OnDuty}.
   *
   * @param zone the property's
   */
  public List<Person> onDuty(Role role, Instant at, IanaZone zone) {
    return new OnDuty(this, zone).in(role, at);
  }

  /**
   * A member of staff.
   *
   * @param staffId the subject of the person's token
   * @param locale BCP 47; absent: the property's
   * @param substitute who stands in when this person is absent
   */
  public record Person(
      String staffId,
      String name,
      Role role,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String locale,
      @Nullable String substitute) {

    /** Never how to reach the person: a record prints itself into logs. */
    @Override
    public String toString() {
      return "Person[%s, %s]".formatted(staffId, role);
    }
  }

  /**
   * When somebody is on duty, in the property's local time.
   *
   * @param from {@code HH:mm}; equal to {@code to}: round the clock
   * @param to {@code HH:mm}; before {@code from}: over midnight
   */
  public record Shift(String staffId, LocalTime from, LocalTime to) {

    boolean covers(LocalTime local) {
      boolean begun = !local.isBefore(from);
      boolean over = !local.isBefore(to);
      return from.isBefore(to) ? begun && !over : begun || !over;
    }
  }

  /**
   * When somebody is away.
   *
   * @param until not included
   */
  public record Absence(String staffId, Instant from, Instant until) {

    boolean covers(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }
}
