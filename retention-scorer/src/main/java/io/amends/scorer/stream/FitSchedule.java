package io.amends.scorer.stream;

import io.amends.contracts.retention.FitAsked;
import io.amends.contracts.retention.FitEnded;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.Json;
import io.amends.scorer.stream.InForce.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * When a model is made anew: at whole multiples of a period since 1970, and when somebody asks. One
 * task is elected, the one of partition 0, so that a chain has one fit at a time.
 *
 * <p>The hours are durable deadlines. One that has fired is asked again after {@link #TRY_AGAIN}
 * unless a fit has ended since, so an instance that dies over a fit loses none.
 */
final class FitSchedule {

  static final String DEADLINES = "fits";

  /** Ten times what a fit of the largest sample takes. [ours] */
  private static final Duration TRY_AGAIN = Duration.ofMinutes(30);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Origin ORIGIN = new Origin("fit-schedule", "fit-schedule", null);

  private final HotelClock clock;
  private final Duration every;
  private final Fitter fitter;
  private final Supplier<Rules> inForce;
  private final Function<String, byte @Nullable []> models;
  private final DurableDeadlines<FitDue> deadlines;
  private boolean armed;
  private Instant startedFor = Instant.EPOCH;

  private FitSchedule(
      ProcessorContext<?, ?> context,
      HotelClock clock,
      DeadlineService deadlineService,
      FitSettings settings,
      Supplier<Rules> inForce,
      Function<String, byte @Nullable []> models) {
    this.clock = clock;
    this.every = settings.every();
    this.fitter = settings.fitter();
    this.inForce = inForce;
    this.models = models;
    this.deadlines = deadlineService.start(context, DEADLINES, new FitDue.Format(), this::onDue);
    var _ = context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, _ -> look());
  }

  /** How often, and by whom. */
  record FitSettings(Duration every, Fitter fitter) {}

  /** Starts it where the task is the elected one. */
  static void begin(
      ProcessorContext<?, ?> context,
      HotelClock clock,
      DeadlineService deadlineService,
      FitSettings settings,
      Supplier<Rules> inForce,
      Function<String, byte @Nullable []> models) {
    if (context.taskId().partition() == 0) {
      new FitSchedule(context, clock, deadlineService, settings, inForce, models);
    }
  }

  /** The first look arms the next hour; that it may be armed already changes nothing. */
  private void look() {
    if (!armed) {
      armed = true;
      deadlines.replace(Set.of(), Set.of(FitDue.at(nextAfter(clock.instant()))), ORIGIN);
    }
    Instant asked = lastAsked();
    if (asked.isAfter(lastEnded()) && asked.isAfter(startedFor)) {
      start(asked);
    }
  }

  private Runnable onDue(FitDue due, Firing firing) {
    Instant now = clock.instant();
    FitDue next = FitDue.at(nextAfter(now));
    if (!lastEnded().isBefore(due.since())) {
      return () -> deadlines.replace(Set.of(), Set.of(next), firing.origin());
    }
    Set<FitDue> ahead = Set.of(next, new FitDue(now.plus(TRY_AGAIN), due.since()));
    return () -> {
      deadlines.replace(Set.of(), ahead, firing.origin());
      start(due.since());
    };
  }

  private void start(Instant hour) {
    startedFor = hour;
    fitter.start(clock.instant(), inForce.get());
  }

  private Instant nextAfter(Instant now) {
    long period = every.toMillis();
    return Instant.ofEpochMilli((now.toEpochMilli() / period + 1) * period);
  }

  private Instant lastEnded() {
    byte[] row = models.apply(FitEnded.NEWEST);
    return row == null ? Instant.EPOCH : Json.read(row, FitEnded.class).at();
  }

  private Instant lastAsked() {
    byte[] row = models.apply(FitAsked.NEWEST);
    return row == null ? Instant.EPOCH : Json.read(row, FitAsked.class).at();
  }
}
