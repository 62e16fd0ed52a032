package io.amends.notification.domain.morning;

import io.amends.contracts.GuestId;
import io.amends.contracts.PropertyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a guest comes who was let down the last time.
 *
 * @param arrival the day; null: the booking stands no more, or the guest was not let down after all
 * @param issue what went wrong then
 */
public record Arrival(
    GuestId guestId,
    String bookingId,
    PropertyId propertyId,
    @Nullable LocalDate arrival,
    String issue) {}
