package io.amends.contracts.inbound;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What another tool knows of a case: a job set to done is the fix done.
 *
 * @param externalRef how that tool calls the case, or {@code caseId} is given
 * @param verb what is asked, such as {@code FIX_DONE}; policy says which source may ask what
 * @param by the person there
 */
@JsonTypeName("hotel.recovery.updated.v1")
public record RecoveryUpdated(
    @Nullable String externalRef,
    @Nullable String caseId,
    String verb,
    Instant occurredAt,
    @Nullable String by,
    @Nullable String note) {}
