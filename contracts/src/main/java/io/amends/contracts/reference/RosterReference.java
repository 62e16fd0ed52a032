package io.amends.contracts.reference;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.PropertyId;
import io.amends.contracts.Role;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who works at a hotel, in which role, and how each is reached. */
@JsonTypeName("amends.reference.roster.v1")
public record RosterReference(PropertyId propertyId, List<Person> people, List<Shift> shifts) {

  public RosterReference {
    people = List.copyOf(people);
    shifts = List.copyOf(shifts);
  }

  /**
   * Who is on duty in a role. Somebody for whom no shift is written is on call round the clock.
   *
   * @param local wall-clock time at the property
   */
  public List<Person> onDuty(Role role, LocalTime local) {
    return people.stream()
        .filter(person -> person.role() == role)
        .filter(person -> isOnDuty(person.staffId(), local))
        .toList();
  }

  private boolean isOnDuty(String staffId, LocalTime local) {
    List<Shift> own = shifts.stream().filter(shift -> shift.staffId().equals(staffId)).toList();
    return own.isEmpty() || own.stream().anyMatch(shift -> shift.covers(local));
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
}
