package io.amends.bench.cases;

import io.amends.contracts.Money;
import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.time.IanaZone;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * Hotels somewhere where the office has just opened: nothing that is promised there now falls due,
 * and no business date begins, for hours. Else a million cases would fall due while they are
 * measured.
 *
 * @param zone where they are
 * @param hotels how many
 */
record QuietHotels(IanaZone zone, int hotels) {

  private static final List<String> CONTINENTS =
      List.of("Africa/", "America/", "Asia/", "Europe/", "Pacific/");
  private static final LocalTime FROM = LocalTime.of(9, 10);
  private static final LocalTime TO = LocalTime.of(11, 10);

  /** Ours: a hotel with more open cases than this has other worries. */
  private static final int CASES_EACH = 10;

  /** As many as so many open cases need. */
  static QuietHotels of(Instant now, int cases) {
    return new QuietHotels(zone(now), Math.max(1, cases / CASES_EACH));
  }

  /** Where a guest is; USD 300 a night. */
  Place of(String guest) {
    return new Place(
        new PropertyId("H-" + Math.floorMod(guest.hashCode(), hotels)),
        "CITY",
        "AMER",
        zone,
        LocalTime.of(3, 0),
        "en",
        new Money(30_000, Currency.getInstance("USD")),
        null);
  }

  private static IanaZone zone(Instant now) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> CONTINENTS.stream().anyMatch(id::startsWith))
        .sorted()
        .filter(id -> isMorning(now.atZone(ZoneId.of(id)).toLocalTime()))
        .findFirst()
        .map(IanaZone::new)
        .orElseThrow();
  }

  private static boolean isMorning(LocalTime time) {
    return !time.isBefore(FROM) && time.isBefore(TO);
  }
}
