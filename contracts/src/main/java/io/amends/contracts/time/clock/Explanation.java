package io.amends.contracts.time.clock;

import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.Interval;
import io.amends.contracts.time.calendar.ServiceCalendar;
import io.amends.contracts.time.clock.Segment.Closed;
import io.amends.contracts.time.clock.Segment.Holiday;
import io.amends.contracts.time.clock.Segment.Paused;
import io.amends.contracts.time.clock.Segment.Running;
import io.amends.contracts.time.clock.Segment.WallClockMoved;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cuts a stretch wherever something changes, names each piece, joins neighbours of one name. */
record Explanation(ServiceCalendar calendar, List<Pause> pauses, IanaZone zone) {

  List<Segment> of(Interval all) {
    Map<Instant, WallClockMoved> moves = moves(all);
    List<Segment> segments = new ArrayList<>();
    Instant from = all.from();
    for (Instant to : cuts(all, moves.keySet())) {
      add(segments, named(from, to));
      Optional.ofNullable(moves.get(to)).ifPresent(segments::add);
      from = to;
    }
    return List.copyOf(segments);
  }

  private Map<Instant, WallClockMoved> moves(Interval in) {
    return zone.wallClockMoves(in.from(), in.to()).stream()
        .map(
            move ->
                new WallClockMoved(
                    move.getInstant(), move.getDateTimeBefore(), move.getDateTimeAfter()))
        .collect(Collectors.toMap(WallClockMoved::at, Function.identity()));
  }

  /** Where pieces end, in order. */
  private NavigableSet<Instant> cuts(Interval all, Collection<Instant> moves) {
    NavigableSet<Instant> cuts = new TreeSet<>(moves);
    calendar.changes(all).forEach(cuts::add);
    for (Pause pause : pauses) {
      cuts.add(pause.from());
      Optional.ofNullable(pause.to()).ifPresent(cuts::add);
    }
    cuts.removeIf(cut -> !cut.isAfter(all.from()) || cut.isAfter(all.to()));
    cuts.add(all.to());
    return cuts;
  }

  private Segment named(Instant from, Instant to) {
    if (calendar.isOpen(from)) {
      return pauses.stream()
          .filter(pause -> pause.holds(from))
          .findFirst()
          .<Segment>map(pause -> new Paused(from, to, pause.reason()))
          .orElseGet(() -> new Running(from, to));
    }
    LocalDate holiday = calendar.holidayAt(from);
    return holiday == null ? new Closed(from, to) : new Holiday(from, to, holiday);
  }

  private static void add(List<Segment> segments, Segment next) {
    if (!segments.isEmpty() && spanning(segments.getLast(), next.from(), next.to()).equals(next)) {
      segments.add(spanning(next, segments.removeLast().from(), next.to()));
    } else {
      segments.add(next);
    }
  }

  private static Segment spanning(Segment segment, Instant from, Instant to) {
    return switch (segment) {
      case Running _ -> new Running(from, to);
      case Paused paused -> new Paused(from, to, paused.reason());
      case Closed _ -> new Closed(from, to);
      case Holiday holiday -> new Holiday(from, to, holiday.date());
      case WallClockMoved moved -> moved;
    };
  }
}
