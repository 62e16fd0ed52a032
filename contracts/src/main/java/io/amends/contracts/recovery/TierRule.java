package io.amends.contracts.recovery;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a tier begins and what it multiplies by.
 *
 * @param after how long after what it is counted from
 * @param notBefore how long after detection at the earliest
 * @param orWhenTheGuestLeaves whether the departure begins it too
 * @param atOnceIfNobodyIsPresent whether it begins with detection if no guest is there or on the
 *     line
 */
public record TierRule(
    BigDecimal factor,
    Begins begins,
    @Nullable Duration after,
    @Nullable Duration notBefore,
    @Nullable Boolean orWhenTheGuestLeaves,
    @Nullable Boolean atOnceIfNobodyIsPresent) {

  /** From what a tier is counted. */
  public enum Begins {
    DETECTION,
    FIRST_DATE_ROLL,
    SECOND_DATE_ROLL
  }
}
