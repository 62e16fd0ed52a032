package io.amends.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.intake.http.RateLimit.Taken;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final RateLimit limit = new RateLimit("caller", 2, Duration.ofSeconds(10));

  @Test
  void what_a_window_allows_may_come_at_once_and_then_one_waits() {
    assertThat(limit.take("pms", NOON).granted()).isTrue();
    assertThat(limit.take("pms", NOON))
        .isEqualTo(new Taken(true, 0, Duration.ofSeconds(10), Duration.ZERO));
    assertThat(limit.take("pms", NOON))
        .isEqualTo(new Taken(false, 0, Duration.ofSeconds(10), Duration.ofSeconds(5)));
  }

  @Test
  void the_bucket_fills_steadily_and_never_over() {
    limit.take("pms", NOON);
    limit.take("pms", NOON);

    assertThat(limit.take("pms", NOON.plusMillis(4_999)).granted()).isFalse();
    assertThat(limit.take("pms", NOON.plusMillis(5_000)).granted()).isTrue();
    assertThat(limit.take("pms", NOON.plus(Duration.ofDays(1))).left()).isEqualTo(1);
  }

  @Test
  void one_caller_takes_nothing_from_another_and_a_clock_that_goes_back_gives_nothing() {
    limit.take("pms", NOON);
    limit.take("pms", NOON);

    assertThat(limit.take("crm", NOON).granted()).isTrue();
    assertThat(limit.take("pms", NOON.minusSeconds(60)).granted()).isFalse();
  }

  @Test
  void it_says_so_in_the_headers_that_callers_know() {
    assertThat(limit.policy()).isEqualTo("\"caller\";q=2;w=10");
    assertThat(limit.state(limit.take("pms", NOON))).isEqualTo("\"caller\";r=1;t=5");
  }
}
