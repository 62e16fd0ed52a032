package io.amends.contracts.recovery;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import org.jspecify.annotations.Nullable;

/**
 * What a guest is given to make good.
 *
 * @param worth at face value, in nights
 * @param money the same in the property's currency
 * @param points if it is points, how many
 */
public record Grant(RemedyType type, Nights worth, Money money, @Nullable Long points) {}
