package io.amends.contracts.recovery;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import org.jspecify.annotations.Nullable;

/**
 * What a guest is given to make good.
 *
 * @param worth at face value, in nights; limits look at it
 * @param money the same in the property's currency
 * @param points if it is points, how many
 * @param cost what it costs the hotel, in nights
 * @param free whether it needs nobody's leave and counts against no limit
 */
public record Grant(
    RemedyType type, Nights worth, Money money, @Nullable Long points, Nights cost, boolean free) {

  /** What it takes of somebody's limits. */
  public Nights counted() {
    return free ? Nights.ZERO : worth;
  }
}
