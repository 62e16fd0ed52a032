package io.amends.contracts.recovery;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import java.time.Period;

/**
 * When somebody looks again before a guest gets more, over all hotels of the chain.
 *
 * @param per how far back it is counted, in calendar time
 * @param total beyond which
 * @param then who looks, or somebody higher
 */
public record SameGuest(Period per, Nights total, Role then) {}
