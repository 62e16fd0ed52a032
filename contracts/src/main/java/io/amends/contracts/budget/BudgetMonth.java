package io.amends.contracts.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The month in a budget's name, which ends with it: {@code whose/2027-01}. */
public final class BudgetMonth {

  /** How long a month is kept after its end (the house's: as long as the lines of a ledger). */
  private static final Duration KEPT = Duration.ofDays(400);

  private BudgetMonth() {}

  /** When nobody asks for it any more. */
  public static Instant forgottenAt(String budget) {
    YearMonth month = YearMonth.parse(budget.substring(budget.lastIndexOf('/') + 1));
    return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT);
  }
}
