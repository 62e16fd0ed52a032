package io.amends.orchestrator.domain;

import io.amends.contracts.Money;
import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.time.IanaZone;
import java.time.LocalTime;
import java.util.Currency;

/** The hotels of the evenings. */
final class Hotels {

  static final Place SINGAPORE =
      place("SIN-MARINA", "CITY", "APAC", "Asia/Singapore", 3, 32_000, "SGD");
  static final Place SHANGHAI =
      place("SHA-BUND", "GRAND", "APAC", "Asia/Shanghai", 4, 90_000, "CNY");
  static final Place KATHMANDU =
      place("KTM-THAMEL", "INN", "APAC", "Asia/Kathmandu", 2, 1_200_000, "NPR");
  static final Place NEW_YORK =
      place("NYC-MIDTOWN", "CITY", "AMER", "America/New_York", 3, 30_000, "USD");
  static final Place PARIS = place("CDG-OPERA", "CITY", "EMEA", "Europe/Paris", 3, 18_000, "EUR");

  private Hotels() {}

  private static Place place(
      String id,
      String brand,
      String region,
      String zone,
      int roll,
      long nightInMinorUnits,
      String currency) {
    return new Place(
        new PropertyId(id),
        brand,
        region,
        new IanaZone(zone),
        LocalTime.of(roll, 0),
        "en",
        new Money(nightInMinorUnits, Currency.getInstance(currency)),
        java.util.List.of(java.time.LocalDate.parse("2027-02-06")));
  }
}
