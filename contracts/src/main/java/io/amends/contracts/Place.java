package io.amends.contracts;

import io.amends.contracts.time.IanaZone;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules must know of the hotel: it travels with the complaint, so that no rule waits for a
 * table.
 *
 * @param zone IANA
 * @param dateRoll when the hotel's business date begins, local time
 * @param referenceNight what one night is worth there (N)
 * @param holidays on which its office is closed; absent: none
 */
public record Place(
    PropertyId propertyId,
    String brand,
    String region,
    IanaZone zone,
    LocalTime dateRoll,
    String locale,
    Money referenceNight,
    @Nullable List<LocalDate> holidays) {

  public Place {
    holidays = holidays == null ? null : List.copyOf(holidays);
  }

  /** Dates on which its office is closed, in its own calendar. */
  public List<LocalDate> closedOn() {
    return holidays == null ? List.of() : holidays;
  }
}
