package io.amends.contracts.inbound;

/**
 * What was spent. The currency is checked later: an unknown one makes the value unknown, never
 * zero.
 *
 * @param minorUnits by the digits of ISO 4217; not negative
 */
public record Spend(long minorUnits, String currency) {}
