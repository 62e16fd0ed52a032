package io.amends.notification.domain.offer;

import io.amends.contracts.Nights;
import io.amends.contracts.recovery.CasePolicy.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one message offers, with the limits that held when it was planned.
 *
 * <pre>
 * PROPOSED -> RESERVED (its month has set aside what it costs) -> ISSUED (its voucher is out)
 * </pre>
 *
 * @param type such as {@code UPGRADE}
 * @param programme in which it counts
 * @param budget whose month bears it
 * @param limit of that month
 * @param warnAt share of the limit
 * @param guestLimit what may be spent on one guest in {@code guestPeriod}, at cost
 * @param keyId by which key its code is made; null until it is issued
 */
public record Offer(
    String type,
    String programme,
    Worth worth,
    String budget,
    Nights limit,
    BigDecimal warnAt,
    Nights guestLimit,
    Duration guestPeriod,
    Instant redeemableUntil,
    Step step,
    @Nullable String keyId) {

  /** How far it has come. */
  public enum Step {
    PROPOSED,
    RESERVED,
    ISSUED
  }

  public Nights cost() {
    return worth.cost();
  }

  public Offer reserved() {
    return at(Step.RESERVED, null);
  }

  public Offer issued(String withKey) {
    return at(Step.ISSUED, withKey);
  }

  /** What was spent on the guest before that counts no more. */
  public Instant countsFrom(Instant now) {
    return now.minus(guestPeriod);
  }

  private Offer at(Step next, @Nullable String key) {
    return new Offer(
        type,
        programme,
        worth,
        budget,
        limit,
        warnAt,
        guestLimit,
        guestPeriod,
        redeemableUntil,
        next,
        key);
  }
}
