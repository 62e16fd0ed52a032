package io.amends.notification.channel;

import io.amends.kit.clock.HotelClock;
import io.amends.notification.domain.Again;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Leaves a provider alone that does not answer, each destination for itself: what would go there is
 * put off at once, and a few calls find out whether it is back.
 */
public final class Guarded implements Carrier {

  /** Ours: for so long nobody is called, in real time. */
  static final Duration ALONE = Duration.ofSeconds(20);

  /**
   * Ours: who was not called in vain for so long is not known to be down. Less than the alert
   * waits, so that one burst of failures pages nobody.
   */
  static final Duration LATELY = Duration.ofMinutes(9);

  private final Carrier carrier;
  private final Function<Parcel, String> destination;
  private final CircuitBreakerRegistry breakers;
  private final Map<String, Instant> failed = new ConcurrentHashMap<>();
  private final HotelClock clock;

  /**
   * Guards one way.
   *
   * @param way such as {@code email}
   * @param destination what fails and recovers as one; never told to anybody
   */
  public Guarded(
      Carrier carrier,
      String way,
      Function<Parcel, String> destination,
      HotelClock clock,
      MeterRegistry meters) {
    this.breakers = CircuitBreakerRegistry.of(config(clock));
    this.carrier = carrier;
    this.destination = destination;
    this.clock = clock;
    Gauge.builder("notification.destinations.down", this, Guarded::down)
        .description("Destinations that are left alone since they do not answer")
        .tag("way", way)
        .register(meters);
  }

  /** Ours: half of the last twenty, and at least five. */
  private static CircuitBreakerConfig config(HotelClock clock) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(20)
        .minimumNumberOfCalls(5)
        .failureRateThreshold(50)
        .waitDurationInOpenState(ALONE)
        .permittedNumberOfCallsInHalfOpenState(2)
        .clock(new RealTime(clock))
        .build();
  }

  /** A breaker that nobody calls stays as it is, for days: it says nothing of now. */
  private double down() {
    Instant lately = clock.real().minus(LATELY);
    return breakers.getAllCircuitBreakers().stream()
        .filter(breaker -> breaker.getState() != CircuitBreaker.State.CLOSED)
        .filter(breaker -> failed.getOrDefault(breaker.getName(), Instant.MIN).isAfter(lately))
        .count();
  }

  @Override
  public List<Carried> carry(List<Parcel> parcels) {
    List<Integer> places = new ArrayList<>();
    List<Parcel> let = new ArrayList<>();
    List<Carried> all = new ArrayList<>();
    for (Parcel parcel : parcels) {
      if (breaker(parcel).tryAcquirePermission()) {
        places.add(all.size());
        let.add(parcel);
      }
      all.add(new Carried.Later(Again.LEFT_ALONE));
    }
    List<Carried> carried = let.isEmpty() ? List.of() : carrier.carry(let);
    for (int i = 0; i < let.size(); i++) {
      note(breaker(let.get(i)), carried.get(i));
      all.set(places.get(i), carried.get(i));
    }
    return all;
  }

  private CircuitBreaker breaker(Parcel parcel) {
    return breakers.circuitBreaker(destination.apply(parcel));
  }

  /** A refusal is an answer too; only who can't take anything now is down. */
  private void note(CircuitBreaker breaker, Carried carried) {
    if (carried instanceof Carried.Later(String why, boolean answered, var _) && !answered) {
      failed.put(breaker.getName(), clock.real());
      breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(why));
    } else {
      breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }
  }

  /** Waits are counted in real time, however the hotel's is moved. */
  private static final class RealTime extends Clock {

    private final HotelClock clock;

    RealTime(HotelClock clock) {
      this.clock = clock;
    }

    @Override
    public Instant instant() {
      return clock.real();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("zone: another (expected: UTC)");
    }
  }
}
