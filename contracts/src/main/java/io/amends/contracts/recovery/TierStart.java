package io.amends.contracts.recovery;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a case gets dearer, unless it is made good before.
 *
 * @param from when the tier begins
 * @param factor how many times the cost of making good on the spot
 * @param exposure what the case then stands at, an estimate by the rule
 * @param owner who owns the recovery from then on
 */
public record TierStart(
    CostTier tier, Instant from, BigDecimal factor, Nights exposure, Role owner) {

  public TierStart {
    from = from.truncatedTo(ChronoUnit.MILLIS); // as the index of deadlines tells them apart
  }

  /** The same, owned by somebody else. */
  public TierStart ownedBy(Role other) {
    return new TierStart(tier, from, factor, exposure, other);
  }
}
