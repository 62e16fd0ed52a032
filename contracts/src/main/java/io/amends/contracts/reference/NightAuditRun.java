package io.amends.contracts.reference;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.PropertyId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A hotel's system has run its night audit: from then on the hotel books on the next date.
 *
 * @param businessDate that began with it
 * @param at when it was run
 */
@JsonTypeName("amends.reference.night-audit.v1")
public record NightAuditRun(PropertyId propertyId, LocalDate businessDate, Instant at) {}
