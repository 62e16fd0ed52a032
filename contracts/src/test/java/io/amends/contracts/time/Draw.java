package io.amends.contracts.time;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.amends.contracts.time.calendar.AroundTheClock;
import io.amends.contracts.time.calendar.ServiceCalendar;
import io.amends.contracts.time.calendar.WeeklyHours;
import io.amends.contracts.time.calendar.WeeklyPeriod;
import io.amends.contracts.time.clock.Pause;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Situations drawn by a seed, mostly near the hour at which clocks are moved: every zone of the JDK
 * in turn. A property that fails names the seed, and the same seed draws the same again.
 */
public final class Draw {

  public static final List<IanaZone> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .sorted()
          .filter(id -> !id.matches("(Etc/)?(GMT|UTC)[+-]?\\d+"))
          .map(IanaZone::new)
          .toList();

  private static final Map<IanaZone, List<ZoneOffsetTransition>> MOVES =
      ZONES.stream()
          .collect(
              toMap(
                  identity(),
                  zone ->
                      zone.wallClockMoves(
                          Instant.parse("1800-01-01T00:00:00Z"),
                          Instant.parse("2060-01-01T00:00:00Z"))));

  private final SplittableRandom random;
  private final IanaZone zone;
  private final Instant around;

  private Draw(int seed) {
    random = new SplittableRandom(seed);
    zone = ZONES.get(seed % ZONES.size());
    around = nearAMoveOfTheClock();
  }

  /** Asks a property about every zone, so often each. */
  public static void inEveryZone(int times, Consumer<Draw> property) {
    IntStream.range(0, times * ZONES.size())
        .forEach(
            seed -> {
              Draw draw = new Draw(seed);
              try {
                property.accept(draw);
              } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError(
                    "seed %d, %s near %s".formatted(seed, draw.zone.id(), draw.around), broken);
              }
            });
  }

  public IanaZone zone() {
    return zone;
  }

  /** Within five days of where this draw takes place; to the minute, or to the nanosecond. */
  public Instant instant() {
    return around.plus(upTo(Duration.ofDays(10))).minus(Duration.ofDays(5));
  }

  public List<Instant> ascending(int count) {
    return Stream.generate(this::instant).limit(count).sorted().toList();
  }

  /** Above zero. */
  public Duration upTo(Duration longest) {
    return chance(4)
        ? Duration.ofNanos(random.nextLong(longest.toNanos()) + 1)
        : Duration.ofMinutes(random.nextLong(longest.toMinutes()) + 1);
  }

  public LocalTime wallClock() {
    return chance(5)
        ? LocalTime.MIDNIGHT
        : LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
  }

  public ServiceCalendar calendar() {
    return chance(4) ? new AroundTheClock() : weeklyHours();
  }

  public WeeklyHours weeklyHours() {
    return new WeeklyHours(
        zone, some(1 + random.nextInt(10), this::period), some(random.nextInt(4), this::date));
  }

  /** Some of them open, some overlapping, some before anything began. */
  public List<Pause> pauses() {
    return some(random.nextInt(5), this::pause);
  }

  public Pause pause() {
    Instant from = instant();
    return new Pause(
        chance(2) ? "WAITING_FOR_GUEST" : "GUEST_ASLEEP",
        from,
        chance(6) ? null : from.plus(upTo(Duration.ofDays(3))));
  }

  private WeeklyPeriod period() {
    LocalTime from = wallClock();
    LocalTime to = wallClock();
    boolean sameTime = to.equals(from) && !to.equals(LocalTime.MIDNIGHT);
    return new WeeklyPeriod(
        DayOfWeek.of(1 + random.nextInt(7)), from, sameTime ? from.plusHours(1) : to);
  }

  private LocalDate date() {
    return zone.date(instant());
  }

  private <T> List<T> some(int count, Supplier<T> one) {
    return Stream.generate(one).limit(count).toList();
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private Instant nearAMoveOfTheClock() {
    List<ZoneOffsetTransition> moves = MOVES.getOrDefault(zone, List.of());
    return moves.isEmpty() || chance(5)
        ? Instant.parse("2027-01-04T00:00:00Z").plus(upTo(Duration.ofDays(365)))
        : moves.get(random.nextInt(moves.size())).getInstant();
  }
}
