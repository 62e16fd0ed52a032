package io.amends.contracts.recovery;

import io.amends.contracts.Nights;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a role may give without asking.
 *
 * @param perCase at face value, over everybody's grants on the case
 * @param perMonth a number of nights, or NONE
 * @param approvers how many must approve from {@code approversFrom} on; absent: one
 */
public record Limits(
    Nights perCase,
    @Nullable String perMonth,
    MonthCounts monthCounts,
    @Nullable Integer approvers,
    @Nullable Nights approversFrom) {

  /** What may be given in a calendar month; empty: without limit. */
  public Optional<Nights> month() {
    return perMonth == null || perMonth.equals("NONE")
        ? Optional.empty()
        : Optional.of(Nights.of(perMonth));
  }

  /** Over whom a month is counted. */
  public enum MonthCounts {
    PERSON,
    ROLE_AT_PROPERTY,
    ROLE_AT_REGION,
    NOBODY
  }
}
