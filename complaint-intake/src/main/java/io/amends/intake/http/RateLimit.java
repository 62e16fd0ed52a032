package io.amends.intake.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each of many may ask in a time: a bucket for each, which fills steadily and holds what
 * one window allows.
 */
public final class RateLimit {

  /** Ours: whoever has not asked for longest is forgotten, which at worst fills a bucket. */
  private static final int MOST = 10_000;

  private final String name;
  private final int quota;
  private final Duration window;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Sets it up.
   *
   * @param name as it stands in the headers
   * @param quota requests in a window
   */
  public RateLimit(String name, int quota, Duration window) {
    if (quota < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException(
          "rate limit %s: %d in %s (expected: at least 1 in some time)"
              .formatted(name, quota, window));
    }
    this.name = name;
    this.quota = quota;
    this.window = window;
  }

  private record Bucket(double left, Instant at) {}

  /**
   * Whether a request is let through.
   *
   * @param left how many more would be
   * @param full until the bucket is full again
   * @param delay until the next one would be let through; zero if this one is
   */
  public record Taken(boolean granted, long left, Duration full, Duration delay) {}

  /** Takes one from somebody's bucket, if there is one in it. */
  public synchronized Taken take(String who, Instant now) {
    Bucket before = buckets.getOrDefault(who, new Bucket(quota, now));
    double perNano = quota / (double) window.toNanos();
    long passed = Math.max(0, Duration.between(before.at(), now).toNanos());
    double there = Math.min(quota, before.left() + passed * perNano);
    boolean granted = there >= 1;
    double left = granted ? there - 1 : there;
    buckets.put(who, new Bucket(left, now));
    return new Taken(
        granted,
        (long) left,
        Duration.ofNanos((long) ((quota - left) / perNano)),
        granted ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - left) / perNano)));
  }

  /** What is allowed, as draft-ietf-httpapi-ratelimit-headers-10 writes it. */
  String policy() {
    return "\"%s\";q=%d;w=%d".formatted(name, quota, Math.max(1, window.toSeconds()));
  }

  /** What is left of it, as the same draft writes it. */
  String state(Taken taken) {
    return "\"%s\";r=%d;t=%d".formatted(name, taken.left(), seconds(taken.full()));
  }

  static long seconds(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }
}
