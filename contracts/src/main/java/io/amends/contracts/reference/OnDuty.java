package io.amends.contracts.reference;

import io.amends.contracts.Role;
import io.amends.contracts.reference.RosterReference.Person;
import io.amends.contracts.reference.RosterReference.Shift;
import io.amends.contracts.time.IanaZone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a roster who is on duty.
 *
 * <p>Somebody for whom no shift is written is on call round the clock. For somebody who is on duty
 * and absent the substitute stands in, for an absent substitute theirs, and so on; a circle of
 * absent people ends with nobody.
 *
 * @param zone the property's: shifts are wall-clock time
 */
public record OnDuty(RosterReference roster, IanaZone zone) {

  /** Whether anybody has this role at all. */
  public boolean isConfigured(Role role) {
    return roster.people().stream().anyMatch(person -> person.role() == role);
  }

  /** Everybody on duty in a role, each once. */
  public List<Person> in(Role role, Instant at) {
    LocalTime local = zone.wallClock(at).toLocalTime();
    return roster.people().stream()
        .filter(person -> person.role() == role)
        .filter(person -> isOnDuty(person, local))
        .flatMap(person -> present(person, at).stream())
        .distinct()
        .toList();
  }

  /**
   * When somebody of that role is next on duty; empty if nobody is until then.
   *
   * @param until not included
   */
  public Optional<Instant> next(Role role, Instant from, Instant until) {
    Stream<Instant> begins = shiftsOf(role).map(shift -> nextStart(shift, from));
    Stream<Instant> returns =
        absences().map(RosterReference.Absence::until).filter(end -> end.isAfter(from));
    return Stream.concat(begins, returns)
        .filter(at -> at.isBefore(until))
        .filter(at -> !in(role, at).isEmpty())
        .min(Comparator.naturalOrder());
  }

  private Stream<RosterReference.Absence> absences() {
    List<RosterReference.Absence> all = roster.absences();
    return all == null ? Stream.empty() : all.stream();
  }

  private Stream<Shift> shiftsOf(Role role) {
    Set<String> staff = new HashSet<>();
    roster.people().stream()
        .filter(person -> person.role() == role)
        .map(Person::staffId)
        .forEach(staff::add);
    return roster.shifts().stream().filter(shift -> staff.contains(shift.staffId()));
  }

  private Instant nextStart(Shift shift, Instant from) {
    LocalDateTime local = zone.wallClock(from);
    Instant today = zone.firstAt(local.toLocalDate().atTime(shift.from()));
    return today.isAfter(from)
        ? today
        : zone.firstAt(local.toLocalDate().plusDays(1).atTime(shift.from()));
  }

  private boolean isOnDuty(Person person, LocalTime local) {
    List<Shift> own =
        roster.shifts().stream().filter(s -> s.staffId().equals(person.staffId())).toList();
    return own.isEmpty() || own.stream().anyMatch(shift -> shift.covers(local));
  }

  private Optional<Person> present(Person person, Instant at) {
    Set<String> asked = new HashSet<>();
    @Nullable Person candidate = person;
    while (candidate != null && asked.add(candidate.staffId())) {
      if (isPresent(candidate, at)) {
        return Optional.of(candidate);
      }
      candidate = find(candidate.substitute());
    }
    return Optional.empty();
  }

  private boolean isPresent(Person person, Instant at) {
    return absences().noneMatch(away -> away.staffId().equals(person.staffId()) && away.covers(at));
  }

  private @Nullable Person find(@Nullable String staffId) {
    return roster.people().stream()
        .filter(person -> person.staffId().equals(staffId))
        .findFirst()
        .orElse(null);
  }
}
