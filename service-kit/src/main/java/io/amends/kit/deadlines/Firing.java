package io.amends.kit.deadlines;

import java.time.Instant;

/**
 * That a deadline is told now.
 *
 * @param origin what armed it
 * @param readUpTo hotel time up to which all inputs are known: whatever broke until then may be
 *     settled along with it
 * @param forced if it fires although the inputs could not be read up in time
 */
public record Firing(Origin origin, Instant readUpTo, boolean forced) {}
