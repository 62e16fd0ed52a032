package io.amends.orchestrator.domain;

import io.amends.contracts.Role;
import io.amends.contracts.reference.OnDuty;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.time.IanaZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a hotel still lacks before it may go live.
 *
 * @param lacks nothing: it may
 */
public record Readiness(String property, Mode mode, List<Lack> lacks) {

  /** Everybody whom the ladders of a policy may call. */
  private static final List<Role> CALLED =
      List.of(
          Role.FRONT_LINE,
          Role.SUPERVISOR,
          Role.DUTY_MANAGER,
          Role.GENERAL_MANAGER,
          Role.REGION,
          Role.HEAD_OFFICE);

  private static final Duration LOOK = Duration.ofMinutes(15);

  public Readiness {
    lacks = List.copyOf(lacks);
  }

  /** Something that is not there. */
  public sealed interface Lack {

    /** Nobody has said who works there. */
    record NoRoster() implements Lack {}

    /** Nobody has this role. */
    record NobodyInRole(Role role) implements Lack {}

    /** Somebody has it, and cannot be reached. */
    record NoContact(Role role) implements Lack {}

    /** Nobody of this role is on shift at these hours; local, {@code to} not included. */
    record NobodyOnShift(Role role, LocalTime from, LocalTime to) implements Lack {}

    /** There are no words for its guests in its own language. */
    record NoWords(String locale) implements Lack {}
  }

  /**
   * Looks at one hotel.
   *
   * @param languages in which there are words
   * @param day that is looked at, hour by hour
   */
  public static Readiness of(
      PropertyReference property,
      @Nullable RosterReference roster,
      Set<String> languages,
      LocalDate day) {
    List<Lack> lacks = new ArrayList<>();
    if (roster == null) {
      lacks.add(new Lack.NoRoster());
    } else {
      people(roster, lacks);
      lacks.addAll(gaps(roster, property.zone(), day));
    }
    if (!languages.contains(Locale.forLanguageTag(property.locale()).getLanguage())) {
      lacks.add(new Lack.NoWords(property.locale()));
    }
    Mode mode = property.mode();
    return new Readiness(property.propertyId().value(), mode == null ? Mode.SHADOW : mode, lacks);
  }

  private static void people(RosterReference roster, List<Lack> lacks) {
    for (Role role : CALLED) {
      List<RosterReference.Person> people =
          roster.people().stream().filter(person -> person.role() == role).toList();
      if (people.isEmpty()) {
        lacks.add(new Lack.NobodyInRole(role));
      } else if (people.stream().noneMatch(p -> p.email() != null || p.phone() != null)) {
        lacks.add(new Lack.NoContact(role));
      }
    }
  }

  /** Round the clock somebody has to decide: the duty manager. */
  private static List<Lack> gaps(RosterReference roster, IanaZone zone, LocalDate day) {
    OnDuty duty = new OnDuty(roster, zone);
    if (!duty.isConfigured(Role.DUTY_MANAGER)) {
      return List.of();
    }
    List<Lack> gaps = new ArrayList<>();
    Instant end = zone.firstAt(day.plusDays(1).atStartOfDay());
    Instant from = null;
    for (Instant at = zone.firstAt(day.atStartOfDay()); at.isBefore(end); at = at.plus(LOOK)) {
      boolean nobody = duty.in(Role.DUTY_MANAGER, at).isEmpty();
      if (nobody && from == null) {
        from = at;
      } else if (!nobody && from != null) {
        gaps.add(gap(zone, from, at));
        from = null;
      }
    }
    if (from != null) {
      gaps.add(gap(zone, from, end));
    }
    return gaps;
  }

  private static Lack gap(IanaZone zone, Instant from, Instant to) {
    return new Lack.NobodyOnShift(
        Role.DUTY_MANAGER, zone.wallClock(from).toLocalTime(), zone.wallClock(to).toLocalTime());
  }
}
