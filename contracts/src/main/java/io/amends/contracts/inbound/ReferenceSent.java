package io.amends.contracts.inbound;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.reference.NightAuditRun;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RateReference;
import io.amends.contracts.reference.RosterReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reference data as it is applied: any of its parts may be absent. */
@JsonTypeName("hotel.reference.sent.v1")
public record ReferenceSent(
    @Nullable List<PropertyReference> properties,
    @Nullable List<RosterReference> rosters,
    @Nullable List<GuestProfile> guests,
    @Nullable List<RateReference> rates,
    @Nullable Map<String, Object> policy,
    @Nullable List<NightAuditRun> nightAudits,
    @Nullable List<GuestLink> links) {}
