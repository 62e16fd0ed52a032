package io.amends.contracts.time;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The night audit was run: from then on the hotel books on the next date.
 *
 * @param opened the business date that began with it
 * @param at when it was run
 */
public record NightAudit(LocalDate opened, Instant at) {}
