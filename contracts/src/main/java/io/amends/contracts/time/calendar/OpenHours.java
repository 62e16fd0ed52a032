package io.amends.contracts.time.calendar;

import io.amends.contracts.time.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;

/** Walks the dates from an instant on and tells each hour of work once. */
final class OpenHours implements Iterator<Interval> {

  /** Without holidays: no zone has skipped the same hours in two weeks running. */
  private static final int WEEKS_CLOSED = 4;

  private final WeeklyHours week;
  private final Queue<Interval> ready = new ArrayDeque<>();
  private LocalDate date;
  private Instant told;

  OpenHours(WeeklyHours week, Instant from) {
    this.week = week;
    this.date = week.zone().date(from).minusDays(2); // a night's work, a date line that is moved
    this.told = from;
  }

  /** Always: there is a period in every week, and a holiday takes no more than one away. */
  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Interval next() {
    LocalDate last = date.plusWeeks(WEEKS_CLOSED + (long) week.holidays().size());
    while (ready.isEmpty()) {
      if (date.isAfter(last)) {
        throw new IllegalStateException(
            "openFrom: closed until %s (expected: hours in every week)".formatted(last));
      }
      week.beginningOn(date).forEach(this::tell);
      date = date.plusDays(1);
    }
    return ready.remove();
  }

  private void tell(Interval hours) {
    Interval.between(told.isAfter(hours.from()) ? told : hours.from(), hours.to())
        .ifPresent(
            open -> {
              ready.add(open);
              told = open.to();
            });
  }
}
