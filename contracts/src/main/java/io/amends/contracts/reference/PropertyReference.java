package io.amends.contracts.reference;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.Money;
import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.time.IanaZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hotel of the chain.
 *
 * @param dateRoll when the business date begins, local time
 * @param referenceNight mean room rate paid, without tax, in major units of the currency
 * @param mode how far it is live; absent: SHADOW
 * @param holidays on which its office is closed; absent: none
 * @param webhooks systems that are told over HTTP; absent: none
 */
@JsonTypeName("amends.reference.property.v1")
public record PropertyReference(
    PropertyId propertyId,
    String name,
    String brand,
    String region,
    IanaZone zone,
    LocalTime dateRoll,
    String locale,
    Currency currency,
    BigDecimal referenceNight,
    @Nullable Mode mode,
    @Nullable List<LocalDate> holidays,
    @Nullable List<Webhook> webhooks) {

  /** How far a property is live. */
  public enum Mode {
    /** Decides everything and sends nothing. */
    SHADOW,
    /** Alerts staff, writes to no guest. */
    STAFF_ONLY,
    LIVE
  }

  public PropertyReference {
    holidays = holidays == null ? null : List.copyOf(holidays);
    webhooks = webhooks == null ? null : List.copyOf(webhooks);
    if (referenceNight.signum() <= 0) {
      throw new IllegalArgumentException(
          "referenceNight: %s (expected: more than 0)".formatted(referenceNight));
    }
  }

  /** Those of its systems that are told such things. */
  public List<Webhook> webhooks(Webhook.Takes takes) {
    return webhooks == null
        ? List.of()
        : webhooks.stream().filter(webhook -> webhook.takes() == takes).toList();
  }

  /** What the rules must know of it. */
  public Place place() {
    return new Place(
        propertyId,
        brand,
        region,
        zone,
        dateRoll,
        locale,
        new Money(
            referenceNight
                .movePointRight(currency.getDefaultFractionDigits())
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact(),
            currency),
        holidays);
  }
}
