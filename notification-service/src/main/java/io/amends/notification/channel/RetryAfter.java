package io.amends.notification.channel;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a provider wants to be left alone (RFC 9110, 10.2.3). */
public final class RetryAfter {

  /** Ours: who says longer is asked after a day all the same. */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /**
   * What an answer says.
   *
   * @param now real time
   * @return between none and {@link #LONGEST}; null: nothing, or nothing that can be read
   */
  public static @Nullable Duration of(HttpHeaders answer, Instant now) {
    return answer
        .firstValue("Retry-After")
        .map(String::strip)
        .flatMap(said -> wait(said, now))
        .filter(wait -> !wait.isNegative())
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
        .orElse(null);
  }

  private static Optional<Duration> wait(String said, Instant now) {
    if (SECONDS.matcher(said).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
    }
    try {
      ZonedDateTime then = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(now, then.toInstant()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
