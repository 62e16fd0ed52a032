package io.amends.contracts.time.clock;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** One stretch of a clock's explanation: codes and values, the words are found at the edge. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface Segment {

  /** Included. */
  Instant from();

  /** Excluded; the next segment begins here. */
  Instant to();

  /** It counted, or will. */
  @JsonTypeName("RUNNING")
  record Running(Instant from, Instant to) implements Segment {}

  /**
   * Working hours that did not count.
   *
   * @param reason of the pause that was made first, where several hold
   */
  @JsonTypeName("PAUSED")
  record Paused(Instant from, Instant to, String reason) implements Segment {}

  /** Outside working hours, paused or not. */
  @JsonTypeName("CLOSED")
  record Closed(Instant from, Instant to) implements Segment {}

  /**
   * What would have been working hours but for a holiday.
   *
   * @param date of the holiday; after midnight, of the evening before
   */
  @JsonTypeName("HOLIDAY")
  record Holiday(Instant from, Instant to, LocalDate date) implements Segment {}

  /**
   * Clocks were moved. Takes no time: forward, the wall clock skips from {@code was} to {@code
   * now}; back, the time from {@code now} to {@code was} comes twice.
   *
   * @param at when
   * @param was what the wall clock would have shown
   * @param now what it showed instead
   */
  @JsonTypeName("WALL_CLOCK_MOVED")
  record WallClockMoved(Instant at, LocalDateTime was, LocalDateTime now) implements Segment {

    @Override
    public Instant from() {
      return at;
    }

    @Override
    public Instant to() {
      return at;
    }
  }
}
