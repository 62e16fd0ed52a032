package io.amends.contracts.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a property's business dates begin: "next day" is the next of these, not 24 hours.
 *
 * <p>A business date begins when the wall clock first shows the date roll (see {@link
 * IanaZone#firstAt}), or when the night audit was run, if it said so. It has 23 or 25 hours when
 * clocks are moved in it, and none if the calendar skipped it.
 *
 * @param zone where the property stands
 * @param dateRoll wall-clock time, whole minutes, 00:00 to 11:59: a date begins in the night before
 *     its noon
 * @param audits what replaces the roll of single dates; one for a date, by date
 */
public record PropertyTime(IanaZone zone, LocalTime dateRoll, List<NightAudit> audits) {

  /**
   * @throws IllegalArgumentException if the date roll is out of its range, or an audit is not later
   *     than the beginning of the date before and earlier than that of the date after
   */
  public PropertyTime {
    if (!dateRoll.isBefore(LocalTime.NOON)
        || !dateRoll.equals(dateRoll.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException(
          "dateRoll: %s (expected: HH:mm from 00:00 to 11:59)".formatted(dateRoll));
    }
    audits = audits.stream().sorted(Comparator.comparing(NightAudit::opened)).toList();
    Set<LocalDate> opened = new HashSet<>();
    for (NightAudit audit : audits) {
      if (!opened.add(audit.opened())) {
        throw new IllegalArgumentException(
            "audits: %s twice (expected: one for a date)".formatted(audit.opened()));
      }
      requireBetweenNeighbours(zone, dateRoll, audits, audit);
    }
  }

  public PropertyTime(IanaZone zone, LocalTime dateRoll) {
    this(zone, dateRoll, List.of());
  }

  /**
   * The same with a night audit; a second one for the same date replaces the first. It changes when
   * that date began also for instants that were asked about before: what was done at the computed
   * roll stays done.
   *
   * @param opened the business date that begins with the audit
   * @throws IllegalArgumentException if the calendar skipped that date, or {@code at} is not later
   *     than the beginning of the date before and earlier than that of the date after
   */
  public PropertyTime withAudit(LocalDate opened, Instant at) {
    Stream<NightAudit> others = audits.stream().filter(audit -> !audit.opened().equals(opened));
    return new PropertyTime(
        zone, dateRoll, Stream.concat(others, Stream.of(new NightAudit(opened, at))).toList());
  }

  /** The date the hotel books on at that instant. */
  public LocalDate businessDate(Instant at) {
    LocalDate date = zone.date(at).plusDays(2); // a date line that is moved, an audit that is early
    while (startOf(date).isAfter(at)) {
      date = date.minusDays(1);
    }
    return date;
  }

  /** When the date begins; of a date that the calendar skipped, when the next one does. */
  public Instant startOf(LocalDate businessDate) {
    return start(zone, dateRoll, audits, businessDate);
  }

  /** The next beginning of a business date; an instant at which one begins is not its own next. */
  public Instant nextRollAfter(Instant at) {
    return startOf(businessDate(at).plusDays(1));
  }

  /**
   * The n-th beginning of a business date after an instant; the first is {@link #nextRollAfter}.
   *
   * @throws IllegalArgumentException if {@code n} is under 1
   */
  public Instant rollAfter(Instant at, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n: %d (expected: 1 or more)".formatted(n));
    }
    Instant roll = at;
    for (int i = 0; i < n; i++) {
      roll = nextRollAfter(roll);
    }
    return roll;
  }

  private static Instant start(
      IanaZone zone, LocalTime dateRoll, List<NightAudit> audits, LocalDate businessDate) {
    LocalDate date = zone.existing(businessDate);
    return audits.stream()
        .filter(audit -> audit.opened().equals(date))
        .map(NightAudit::at)
        .findFirst()
        .orElseGet(() -> zone.firstAt(date.atTime(dateRoll)));
  }

  private static void requireBetweenNeighbours(
      IanaZone zone, LocalTime dateRoll, List<NightAudit> audits, NightAudit audit) {
    LocalDate date = audit.opened();
    if (!zone.existing(date).equals(date)) {
      throw new IllegalArgumentException(
          "opened: %s (expected: a date that the calendar of %s has)".formatted(date, zone.id()));
    }
    LocalDate previous = date.minusDays(1);
    while (zone.existing(previous).equals(date)) {
      previous = previous.minusDays(1);
    }
    Instant before = start(zone, dateRoll, audits, previous);
    Instant after = start(zone, dateRoll, audits, date.plusDays(1));
    if (!audit.at().isAfter(before) || !audit.at().isBefore(after)) {
      throw new IllegalArgumentException(
          "at: %s (expected: after %s and before %s)".formatted(audit.at(), before, after));
    }
  }
}
