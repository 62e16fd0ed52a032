package io.amends.contracts.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.Channel;
import io.amends.contracts.FailureType;
import io.amends.contracts.Flag;
import io.amends.contracts.Harm;
import io.amends.contracts.PropertyId;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's report of a service failure.
 *
 * @param guestId as the source knows the guest; need not be chain-wide
 * @param occurredAt when it went wrong
 * @param detectedAt when guest, staff or a system first made it known; the guest's clock runs from
 *     it. Absent: {@code reportedAt}; that absent: arrival. Not before {@code occurredAt}.
 * @param departureAt end of the stay, if it is known
 * @param issue a code of the policy's catalogue, the hotel's words
 * @param narrative the guest's words
 * @param language of the narrative, BCP 47
 * @param wish what would put it right, in the guest's eyes
 * @param motive why the guest complains
 * @param open whether it stands in public ({@code public} on the wire)
 * @param url where it stands in public
 * @param statutoryDueAt by when an authority wants an answer
 * @param inReplyTo complaints or cases that it may be an answer to, the likeliest first; of an open
 *     one it is more of the same, unless the words name a matter of their own
 */
@JsonTypeName("hotel.complaint.reported.v1")
public record ComplaintReported(
    PropertyId propertyId,
    @Nullable String guestId,
    @Nullable String stayId,
    @Nullable String room,
    Channel channel,
    Instant occurredAt,
    @Nullable Instant detectedAt,
    @Nullable Instant reportedAt,
    @Nullable Instant departureAt,
    @Nullable Severity severity,
    @Nullable String issue,
    @Nullable FailureType failureType,
    @Nullable String narrative,
    @Nullable String language,
    @Nullable RemedyType wish,
    @Nullable Contact contact,
    @Nullable ReportedBy reportedBy,
    @Nullable Set<Flag> flags,
    @Nullable Harm harm,
    @Nullable String expected,
    @Nullable String delivered,
    @Nullable Motive motive,
    @JsonProperty("public") @Nullable Boolean open,
    @Nullable String url,
    @Nullable String bookedVia,
    @Nullable String incidentId,
    @Nullable String externalRef,
    @Nullable Instant statutoryDueAt,
    @Nullable List<String> inReplyTo) {

  /** Why a guest complains. */
  public enum Motive {
    COMPENSATION,
    VENTING,
    IMPROVEMENT,
    ALTRUISM
  }

  /** Never the guest's words: a record prints itself into logs. */
  @Override
  public String toString() {
    return "ComplaintReported[%s, %s, %s]".formatted(propertyId, channel, issue);
  }
}
