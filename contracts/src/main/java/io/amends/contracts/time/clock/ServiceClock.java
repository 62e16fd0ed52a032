package io.amends.contracts.time.clock;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.amends.contracts.time.IanaZone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promise and the time it has: values only, the same whenever they are asked.
 *
 * <p>What became of the promise (met, broken, cancelled) is not told here: a clock goes on counting
 * after it was due.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface ServiceClock permits TargetClock, SetClock {

  /** From when the promise counts. */
  Instant start();

  /** By when it is due, not before {@link #start}; null while an open pause keeps that unknown. */
  @Nullable Instant dueAt();

  /** How much of its time the promise has had: zero until its start. */
  Duration elapsedAt(Instant at);

  /** How much of its time is left, also while it is paused; zero from when it is due. */
  Duration remainingAt(Instant at);

  /**
   * When the warning is to be given; null while an open pause keeps that unknown, and always if the
   * promise is shorter than the time ahead of which it would warn.
   */
  @Nullable Instant warningAt(Warning warning);

  /** Whether it is paused at that instant, be it in working hours or not. */
  boolean isPaused(Instant at);

  /**
   * Pauses for a reason, until it is resumed for the same reason. A second pause for a reason that
   * holds already changes nothing, and an instant that somebody has set does not move.
   *
   * @param reason a code, see {@link Pause}
   */
  ServiceClock pause(String reason, Instant at);

  /**
   * Ends the pause for this reason, if there is one. Pauses for other reasons go on.
   *
   * @throws IllegalArgumentException if the pause began after {@code at}
   */
  ServiceClock resume(String reason, Instant at);

  /**
   * Why it is due when it is: what ran, was paused or skipped from start to due time, without a
   * hole. What ran adds up to the time promised. While an open pause keeps the due time unknown, it
   * ends at {@code asOf} and what ran adds up to {@link #elapsedAt}.
   *
   * @param zone in whose words the wall clock's moves are told
   */
  List<Segment> explain(Instant asOf, IanaZone zone);
}
