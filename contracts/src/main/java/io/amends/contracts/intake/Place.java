package io.amends.contracts.intake;

import io.amends.contracts.Money;
import io.amends.contracts.PropertyId;
import java.time.LocalTime;
import java.time.ZoneId;

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
    ZoneId zone,
    LocalTime dateRoll,
    String locale,
    Money referenceNight) {}
