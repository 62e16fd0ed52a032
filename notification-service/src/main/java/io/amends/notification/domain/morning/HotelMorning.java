package io.amends.notification.domain.morning;

import io.amends.contracts.time.IanaZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a hotel's next morning report is made of.
 *
 * @param cases those that are open, and those that ended since the last report, by case id
 * @param arrivals of guests who were let down, by guest and booking
 * @param nextAt when the next report is due; null: there is nothing to tell
 * @param overnight what waits for the end of the night, as it came; older rows have none
 */
public record HotelMorning(
    Map<String, CaseLine> cases,
    Map<String, Arrival> arrivals,
    @Nullable Instant nextAt,
    @Nullable List<Overnight> overnight) {

  public static final HotelMorning EMPTY = new HotelMorning(Map.of(), Map.of(), null, null);

  /** From one report to the next. */
  private static final Duration A_DAY = Duration.ofDays(1);

  public HotelMorning {
    cases = Map.copyOf(cases);
    arrivals = Map.copyOf(arrivals);
    overnight = overnight == null ? List.of() : List.copyOf(overnight);
  }

  @Override
  public List<Overnight> overnight() {
    return overnight == null ? List.of() : overnight;
  }

  /** Something is read when the night is over. */
  public HotelMorning with(Overnight more) {
    return overnight().contains(more)
        ? this
        : new HotelMorning(
            cases, arrivals, nextAt, Stream.concat(overnight().stream(), Stream.of(more)).toList());
  }

  /** When the night is over for what waits; empty: nothing does. */
  public Optional<Instant> nightEnds() {
    return overnight().stream().map(Overnight::until).min(Comparator.naturalOrder());
  }

  /**
   * What each person reads at the end of the night: cases that are still open, with promises that
   * are not kept yet and whose hour has not passed.
   */
  public Map<String, Report> digests(Instant at) {
    Map<String, Report> byStaff = new TreeMap<>();
    overnight().stream()
        .filter(one -> !one.until().isAfter(at) && one.dueAt().isAfter(at) && isOwed(one))
        .collect(Collectors.groupingBy(Overnight::staffId))
        .forEach(
            (staff, theirs) -> {
              Set<String> about =
                  theirs.stream().map(one -> one.caseId().value()).collect(Collectors.toSet());
              List<CaseLine> lines =
                  open().stream().filter(line -> about.contains(line.caseId().value())).toList();
              if (!lines.isEmpty()) {
                byStaff.put(staff, new Report(lines, List.of(), List.of(), List.of(), List.of()));
              }
            });
    return byStaff;
  }

  private boolean isOwed(Overnight one) {
    CaseLine line = cases.get(one.caseId().value());
    return line == null || line.owes(one.promise());
  }

  /** What is left once the night is over. */
  public HotelMorning afterNight(Instant at) {
    return new HotelMorning(
        cases,
        arrivals,
        nextAt,
        overnight().stream().filter(one -> one.until().isAfter(at)).toList());
  }

  /** Open cases that are not made good, the dearest first, of one tier the oldest first. */
  private List<CaseLine> open() {
    return cases.values().stream()
        .filter(CaseLine::open)
        .filter(line -> line.endedAt() == null)
        .sorted(
            Comparator.comparing(CaseLine::tier)
                .reversed()
                .thenComparing(CaseLine::since)
                .thenComparing(line -> line.caseId().value()))
        .toList();
  }

  /** A case has changed; an older version of it says nothing new. */
  public HotelMorning with(CaseLine line, Instant now) {
    CaseLine known = cases.get(line.caseId().value());
    if (known != null && known.caseVersion() >= line.caseVersion()) {
      return this;
    }
    Map<String, CaseLine> changed = new HashMap<>(cases);
    if (line.isOver(now.minus(A_DAY))) {
      changed.remove(line.caseId().value());
    } else {
      changed.put(line.caseId().value(), line);
    }
    return new HotelMorning(changed, arrivals, nextAt, overnight);
  }

  public HotelMorning with(Arrival arrival) {
    Map<String, Arrival> changed = new HashMap<>(arrivals);
    String key = arrival.guestId().value() + '/' + arrival.bookingId();
    if (arrival.arrival() == null) {
      changed.remove(key);
    } else {
      changed.put(key, arrival);
    }
    return new HotelMorning(cases, changed, nextAt, overnight);
  }

  /** When its next report is due: the next such hour after now, if there is anything to tell. */
  public HotelMorning due(Instant now, LocalTime hour, IanaZone zone) {
    return new HotelMorning(
        cases,
        arrivals,
        cases.isEmpty() && arrivals.isEmpty() ? null : next(now, hour, zone),
        overnight);
  }

  static Instant next(Instant now, LocalTime hour, IanaZone zone) {
    LocalDate today = zone.date(now);
    Instant at = zone.firstAt(today.atTime(hour));
    return at.isAfter(now) ? at : zone.firstAt(today.plusDays(1).atTime(hour));
  }

  /**
   * What is told.
   *
   * @param at when the report is due
   */
  public Report report(Instant at, IanaZone zone) {
    LocalDate today = zone.date(at);
    List<CaseLine> open = open();
    return new Report(
        open,
        open.stream().filter(line -> leavesOn(line, today, zone)).toList(),
        open.stream().filter(CaseLine::failedTwice).toList(),
        arrivals.values().stream()
            .filter(arrival -> today.equals(arrival.arrival()))
            .sorted(Comparator.comparing(arrival -> arrival.guestId().value()))
            .toList(),
        cases.values().stream()
            .filter(line -> line.endedAt() != null && line.endedAt().isAfter(at.minus(A_DAY)))
            .sorted(Comparator.comparing(line -> line.caseId().value()))
            .toList());
  }

  private static boolean leavesOn(CaseLine line, LocalDate day, IanaZone zone) {
    Instant departure = line.departureAt();
    return departure != null && zone.date(departure).equals(day);
  }

  /** What is left for later reports, once that of {@code at} is told. */
  public HotelMorning after(Instant at, IanaZone zone) {
    Map<String, CaseLine> later = new HashMap<>(cases);
    later.values().removeIf(line -> !line.open() && line.isOver(at));
    Map<String, Arrival> toCome = new HashMap<>(arrivals);
    LocalDate today = zone.date(at);
    toCome
        .values()
        .removeIf(arrival -> arrival.arrival() == null || !arrival.arrival().isAfter(today));
    return new HotelMorning(later, toCome, null, overnight);
  }
}
