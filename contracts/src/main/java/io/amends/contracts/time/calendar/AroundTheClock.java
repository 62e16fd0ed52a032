package io.amends.contracts.time.calendar;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.time.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody is always there: the clock of a guest in house. */
@JsonTypeName("AROUND_THE_CLOCK")
public record AroundTheClock() implements ServiceCalendar {

  @Override
  public Iterator<Interval> openFrom(Instant from) {
    return List.of(new Interval(from, Instant.MAX)).iterator();
  }

  @Override
  public Stream<Instant> changes(Interval in) {
    return Stream.empty();
  }

  @Override
  public @Nullable LocalDate holidayAt(Instant at) {
    return null;
  }
}
