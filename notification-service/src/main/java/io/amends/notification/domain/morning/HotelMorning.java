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
import org.jspecify.annotations.Nullable;

/**
 * All that a hotel's next morning report is made of.
 *
 * @param cases those that are open, and those that ended since the last report, by case id
 * @param arrivals of guests who were let down, by guest and booking
 * @param nextAt when the next report is due; null: there is nothing to tell
 */
public record HotelMorning(
    Map<String, CaseLine> cases, Map<String, Arrival> arrivals, @Nullable Instant nextAt) {

  public static final HotelMorning EMPTY = new HotelMorning(Map.of(), Map.of(), null);

  /** From one report to the next. */
  private static final Duration A_DAY = Duration.ofDays(1);

  public HotelMorning {
    cases = Map.copyOf(cases);
    arrivals = Map.copyOf(arrivals);
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
    return new HotelMorning(changed, arrivals, nextAt);
  }

  public HotelMorning with(Arrival arrival) {
    Map<String, Arrival> changed = new HashMap<>(arrivals);
    String key = arrival.guestId().value() + '/' + arrival.bookingId();
    if (arrival.arrival() == null) {
      changed.remove(key);
    } else {
      changed.put(key, arrival);
    }
    return new HotelMorning(cases, changed, nextAt);
  }

  /** When its next report is due: the next such hour after now, if there is anything to tell. */
  public HotelMorning due(Instant now, LocalTime hour, IanaZone zone) {
    return new HotelMorning(
        cases, arrivals, cases.isEmpty() && arrivals.isEmpty() ? null : next(now, hour, zone));
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
    List<CaseLine> open =
        cases.values().stream()
            .filter(CaseLine::open)
            .filter(line -> line.endedAt() == null)
            .sorted(
                Comparator.comparing(CaseLine::tier)
                    .reversed()
                    .thenComparing(CaseLine::since)
                    .thenComparing(line -> line.caseId().value()))
            .toList();
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
    return new HotelMorning(later, toCome, null);
  }
}
