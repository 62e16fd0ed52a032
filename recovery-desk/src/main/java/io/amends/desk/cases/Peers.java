package io.amends.desk.cases;

import io.amends.kit.clock.HotelClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the guests of similar cases were given: the same thing went wrong, as badly, anywhere in the
 * chain. Guests compare; so may whoever gives.
 */
public final class Peers {

  /** Ours: a mean over many cases does not move faster, and counting looks at every case. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private static final String COUNT =
      """
      SELECT issue || '/' || severity, count(*), avg(CAST(given AS REAL) / night)
      FROM fact WHERE closed IS NOT NULL AND opened IS NOT NULL AND night > 0 AND sensitive = 0 GROUP BY issue, severity""";

  private final JdbcTemplate view;
  private final HotelClock clock;
  private final AtomicReference<Counted> counted =
      new AtomicReference<>(new Counted(Instant.EPOCH, Map.of()));

  public Peers(JdbcTemplate view, HotelClock clock) {
    this.view = view;
    this.clock = clock;
  }

  /**
   * What they were given.
   *
   * @param nights on average, at face value
   */
  record Similar(long cases, double nights) {}

  private record Counted(Instant at, Map<String, Similar> similar) {}

  /** Empty if there is none. */
  Optional<Similar> of(String issue, String severity) {
    Instant real = clock.real();
    Counted now = counted.get();
    if (now.at().plus(FRESH).isBefore(real)) {
      now = new Counted(real, count());
      counted.set(now);
    }
    return Optional.ofNullable(now.similar().get(issue + "/" + severity));
  }

  private Map<String, Similar> count() {
    return view
        .query(
            COUNT,
            (row, _) -> Map.entry(row.getString(1), new Similar(row.getLong(2), row.getDouble(3))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
