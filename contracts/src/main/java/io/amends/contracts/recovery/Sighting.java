package io.amends.contracts.recovery;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.CaseRef;
import io.amends.contracts.PropertyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case was opened or reopened at a hotel, for whoever looks for others like it or tells them of
 * the hotel's night. Internal to the orchestrator.
 *
 * @param of the case
 * @param detectedAt when it became known
 * @param again whether it was reopened then, so that others like it were looked for before
 */
@JsonTypeName("amends.recovery.sighting.v1")
public record Sighting(
    PropertyId propertyId,
    CaseRef of,
    String issue,
    @Nullable String stayId,
    @Nullable String room,
    Instant detectedAt,
    @Nullable Boolean again) {}
