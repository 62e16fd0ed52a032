package io.amends.orchestrator.domain.money;

import io.amends.contracts.Actor;
import io.amends.contracts.Place;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.Limits;
import io.amends.contracts.time.PropertyTime;
import java.time.Instant;
import java.time.YearMonth;

/**
 * Whose month it is: {@code PERSON/ana/2027-01}, {@code DUTY_MANAGER/NYC-MIDTOWN/2027-01}, {@code
 * REGION/AMER/2027-01}. A month is one of business dates: it changes when the hotel's date rolls.
 */
public final class MonthBudget {

  private MonthBudget() {}

  /** Where what somebody gives now, in that role, counts. */
  public static String of(Actor by, Role as, Limits limits, Place place, Instant at) {
    String whose =
        switch (limits.monthCounts()) {
          case PERSON -> "PERSON/" + by.value().substring(by.value().indexOf(':') + 1);
          case ROLE_AT_PROPERTY -> as + "/" + place.propertyId().value();
          case ROLE_AT_REGION -> as + "/" + place.region();
          case NOBODY ->
              throw new IllegalArgumentException(
                  "monthCounts: NOBODY (expected: a month without limit)");
        };
    PropertyTime hotel = new PropertyTime(place.zone(), place.dateRoll());
    return whose + "/" + YearMonth.from(hotel.businessDate(at));
  }
}
