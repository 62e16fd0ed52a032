package io.amends.contracts;

import io.amends.contracts.time.IanaZone;
import java.time.LocalTime;

/**
 * What the rules must know of the hotel: it travels with the complaint, so that no rule waits for a
 * table.
 *
 * @param zone IANA
 * @param dateRoll when the hotel's business date begins, local time
 * @param referenceNight what one night is worth there (N)
 */
public record Place(
    PropertyId propertyId,
    String brand,
    String region,
    IanaZone zone,
    LocalTime dateRoll,
    String locale,
    Money referenceNight) {}
