package io.amends.contracts.reference;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.GuestId;
import io.amends.contracts.time.IanaZone;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What rules may know of a guest: no name, no contact. */
@JsonTypeName("amends.reference.guest.v1")
public record GuestReference(
    GuestId guestId,
    @Nullable String tier,
    @Nullable String locale,
    @Nullable IanaZone zone,
    @Nullable String country,
    @Nullable LocalDate memberSince) {}
