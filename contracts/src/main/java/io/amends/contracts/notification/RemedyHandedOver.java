package io.amends.contracts.notification;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import java.time.Instant;

/**
 * What a guest was given is on their account: the system that keeps it has said so.
 *
 * @param number of the remedy in its case
 * @param by the system, by its name as a webhook
 */
@JsonTypeName("amends.notification.remedy-handed-over.v1")
public record RemedyHandedOver(GuestId guestId, CaseId caseId, int number, Instant at, String by) {}
