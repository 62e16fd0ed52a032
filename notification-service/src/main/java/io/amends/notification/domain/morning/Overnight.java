package io.amends.notification.domain.morning;

import io.amends.contracts.CaseId;
import io.amends.contracts.PropertyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That part of a minor promise's time is over, which one person reads when the night is.
 *
 * @param promise which; null: written before this was kept
 * @param dueAt the hour of the promise: once it is past, others speak
 * @param until when the night is over
 */
public record Overnight(
    PropertyId propertyId,
    CaseId caseId,
    String staffId,
    CaseLine.@Nullable Promise promise,
    Instant dueAt,
    Instant until) {}
