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

  /** How many people must agree to so much over a case. */
  public int approversFor(Nights total) {
    return approvers == null || approversFrom == null || approversFrom.exceeds(total)
        ? 1
        : approvers;
  }

  /** The same with other amounts where some are given. */
  public Limits with(@Nullable Nights otherPerCase, @Nullable String otherPerMonth) {
    return new Limits(
        otherPerCase == null ? perCase : otherPerCase,
        otherPerMonth == null ? perMonth : otherPerMonth,
        monthCounts,
        approvers,
        approversFrom);
  }

  /** Over whom a month is counted. */
  public enum MonthCounts {
    PERSON,
    ROLE_AT_PROPERTY,
    ROLE_AT_REGION,
    NOBODY
  }
}
