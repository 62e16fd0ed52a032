package io.amends.contracts.intake;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What another tool knows of a case, addressed to that case.
 *
 * @param source which system told us; it becomes the actor
 */
@JsonTypeName("amends.intake.case-update-received.v1")
public record CaseUpdate(
    GuestId guestId,
    CaseId caseId,
    String source,
    String verb,
    Instant occurredAt,
    @Nullable String by) {}
