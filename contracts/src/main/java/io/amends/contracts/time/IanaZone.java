package io.amends.contracts.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The time zone of a place by its IANA name; decides what a wall-clock time means on the nights on
 * which clocks are moved.
 *
 * <p>An offset is no zone, since it is wrong for half the year: {@code +01:00} is refused, and so
 * is {@code Etc/GMT-1}, an offset in disguise.
 *
 * @param id for instance {@code Asia/Kathmandu}
 */
public record IanaZone(@JsonValue String id) {

  private static final Pattern OFFSET_IN_DISGUISE = Pattern.compile("(Etc/)?(GMT|UTC)[+-]?\\d+");

  private static final Set<String> KNOWN =
      ZoneRulesProvider.getAvailableZoneIds().stream()
          .filter(OFFSET_IN_DISGUISE.asMatchPredicate().negate())
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, ZoneId> ZONES = new ConcurrentHashMap<>();

  /**
   * @throws IllegalArgumentException if the id is an offset, or in no time zone database of this
   *     Java
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public IanaZone {
    if (!KNOWN.contains(id)) {
      throw new IllegalArgumentException(
          "zone: %s (expected: an IANA zone id such as Asia/Kathmandu)".formatted(id));
    }
  }

  /** What clock and calendar on the wall show. */
  public LocalDateTime wallClock(Instant at) {
    return LocalDateTime.ofInstant(at, zone());
  }

  /** The calendar date; for the date the hotel books on, see {@link PropertyTime}. */
  public LocalDate date(Instant at) {
    return wallClock(at).toLocalDate();
  }

  /**
   * The first instant at which the wall clock shows this time or a later one. A time that is
   * skipped is reached when the clock jumps over it; of a time that comes twice this is the first.
   */
  public Instant firstAt(LocalDateTime wallClock) {
    ZoneOffsetTransition change = rules().getTransition(wallClock);
    return change != null && change.isGap()
        ? change.getInstant()
        : wallClock.toInstant(rules().getOffset(wallClock));
  }

  /**
   * The first instant from which on the wall clock never shows an earlier time again. Differs from
   * {@link #firstAt} only for a time that comes twice: this is the second.
   */
  public Instant lastAt(LocalDateTime wallClock) {
    ZoneOffsetTransition change = rules().getTransition(wallClock);
    return change != null && change.isOverlap()
        ? wallClock.toInstant(change.getOffsetAfter())
        : firstAt(wallClock);
  }

  /**
   * The date itself, or the next one if no calendar here ever showed it: Samoa went from 29 to 31
   * December 2011.
   */
  public LocalDate existing(LocalDate date) {
    LocalDate shown = date(firstAt(date.atStartOfDay()));
    return shown.isAfter(date) ? shown : date;
  }

  /** "Next day at 10:00": {@link #daysLater} by one day. */
  public Instant nextDayAt(Instant from, LocalTime wallClock) {
    return daysLater(from, 1, wallClock);
  }

  /**
   * A wall-clock time so many calendar dates later; dates that were never shown do not count.
   *
   * @param days 0 or more; at 0 the result may lie before {@code from}
   * @throws IllegalArgumentException if {@code days} is negative
   */
  public Instant daysLater(Instant from, int days, LocalTime wallClock) {
    if (days < 0) {
      throw new IllegalArgumentException("days: %d (expected: 0 or more)".formatted(days));
    }
    LocalDate date = date(from);
    for (int day = 0; day < days; day++) {
      date = existing(date.plusDays(1));
    }
    return firstAt(date.atTime(wallClock));
  }

  /** When the wall clock was or will be moved, after {@code after} and not after {@code upTo}. */
  public List<ZoneOffsetTransition> wallClockMoves(Instant after, Instant upTo) {
    return Stream.iterate(
            rules().nextTransition(after),
            move -> move != null && !move.getInstant().isAfter(upTo),
            move -> rules().nextTransition(move.getInstant()))
        .map(Objects::requireNonNull)
        .toList();
  }

  private ZoneRules rules() {
    return zone().getRules();
  }

  private ZoneId zone() {
    return ZONES.computeIfAbsent(id, ZoneId::of);
  }
}
