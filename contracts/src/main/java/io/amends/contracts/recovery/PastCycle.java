package io.amends.contracts.recovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an earlier try at making good ended: a reopening keeps it.
 *
 * @param cycle from 1
 * @param tier in which it ended
 * @param delayEndedAt when it was fixed and apologised for, if it ever was
 * @param madeGoodAt when the guest had also been given what nobody falls below, if it ever was
 */
public record PastCycle(
    int cycle,
    CostTier tier,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant apologisedAt,
    @Nullable Instant fixedAt,
    @Nullable Instant delayEndedAt,
    @Nullable Instant madeGoodAt) {}
