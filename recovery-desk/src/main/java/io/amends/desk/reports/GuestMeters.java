package io.amends.desk.reports;

import io.amends.contracts.notification.NotificationEvent.ExposureDecided.Arm;
import io.amends.contracts.retention.RiskScored.Band;
import io.amends.kit.clock.HotelClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many guests stand in which band, and what offers bring in, as the view has it. Every desk
 * says the same, so a dashboard takes the largest. Asked for at most every half minute: a count of
 * a million guests is not made for each scrape.
 */
public final class GuestMeters implements MeterBinder {

  private static final Duration KEPT = Duration.ofSeconds(30);

  private static final String BANDS = "SELECT band, count(*) FROM risk GROUP BY band";

  /** Those of whom it was decided, and those of them who booked afterwards. */
  private static final String ARMS =
      """
      SELECT arm, count(*), sum(EXISTS (SELECT 1 FROM booking b WHERE b.guest_id = e.guest_id AND b.at > e.at))
      FROM exposure e GROUP BY arm""";

  private final JdbcTemplate view;
  private final HotelClock clock;
  private Instant counted = Instant.EPOCH;
  private Map<String, Long> figures = Map.of();

  public GuestMeters(JdbcTemplate view, HotelClock clock) {
    this.view = view;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (Band band : Band.values()) {
      Gauge.builder("desk.guests", () -> figure("band " + band))
          .description("Guests whose risk is estimated, by band")
          .tag("band", band.name())
          .register(meters);
    }
    for (Arm arm : Arm.values()) {
      Gauge.builder("desk.offers.guests", () -> figure("decided " + arm))
          .description("Guests of whom it was decided whether a programme writes to them")
          .tag("arm", arm.name())
          .register(meters);
      Gauge.builder("desk.offers.came", () -> figure("came " + arm))
          .description("Those of them who booked afterwards")
          .tag("arm", arm.name())
          .register(meters);
    }
  }

  private synchronized double figure(String name) {
    Instant now = clock.real();
    if (now.isAfter(counted.plus(KEPT))) {
      figures = count();
      counted = now;
    }
    return figures.getOrDefault(name, 0L);
  }

  private Map<String, Long> count() {
    Map<String, Long> found = new HashMap<>();
    view.query(
        BANDS,
        row -> {
          found.put("band " + row.getString(1), row.getLong(2));
        });
    view.query(
        ARMS,
        row -> {
          found.put("decided " + row.getString(1), row.getLong(2));
          found.put("came " + row.getString(1), row.getLong(3));
        });
    return found;
  }
}
