package io.amends.contracts.inbound;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.FailureType;
import io.amends.contracts.PropertyId;
import io.amends.contracts.Severity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One moment between a guest and the chain, as a system reports it. Which fields a kind carries
 * stands in its schema; the guest is named, or found by stay, or by property and room.
 *
 * @param score 0 to 10
 * @param outcomeJustice 1 to 5, as are procedure and courtesy ({@code interactionalJustice})
 * @param satisfaction 1 to 5
 * @param waitedMinutes how long the guest waited for it
 * @param cancelledByHotel whether the guest had asked for it and did not get it
 * @param openRequests what the guest had asked for and had not got on leaving
 */
@JsonTypeName("hotel.interaction.recorded.v1")
public record InteractionReported(
    InteractionKind kind,
    Instant occurredAt,
    @Nullable String guestId,
    @Nullable PropertyId propertyId,
    @Nullable String stayId,
    @Nullable String room,
    @Nullable String bookingId,
    @Nullable LocalDate arrivalDate,
    @Nullable Integer nights,
    @Nullable Spend spend,
    @Nullable Instant departureAt,
    @Nullable Integer score,
    @Nullable Integer outcomeJustice,
    @Nullable Integer proceduralJustice,
    @Nullable Integer interactionalJustice,
    @Nullable String comment,
    @Nullable String caseId,
    @Nullable String url,
    @Nullable Polarity polarity,
    @Nullable String tier,
    @Nullable Long points,
    Consent.@Nullable Purpose purpose,
    Consent.@Nullable By channel,
    Consent.@Nullable State state,
    @Nullable FailureType failureType,
    @Nullable String issue,
    @Nullable Severity severity,
    @Nullable String detector,
    @Nullable String complaintId,
    @Nullable Integer satisfaction,
    @Nullable Integer waitedMinutes,
    @Nullable Boolean cancelledByHotel,
    @Nullable Integer openRequests) {

  /** Never the guest's words: a record prints itself into logs. */
  @Override
  public String toString() {
    return "InteractionReported[%s, %s]".formatted(kind, occurredAt);
  }
}
