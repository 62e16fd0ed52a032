package io.amends.contracts.intake;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.FailureType;
import io.amends.contracts.GuestId;
import io.amends.contracts.PropertyId;
import io.amends.contracts.Severity;
import io.amends.contracts.inbound.Consent;
import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.inbound.Polarity;
import io.amends.contracts.inbound.Spend;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One moment between a guest and the chain, of a known guest, told once.
 *
 * @param source which system told us
 * @param history whether it is the past that came in late: recorded and scored, and nothing more
 * @param textId where the guest's comment lies in {@code personal.texts.v1}
 * @param complaintId of a history that is kept elsewhere; of anything else the complaint that the
 *     door has made of it, if the same is not known already
 */
@JsonTypeName("amends.intake.interaction-recorded.v1")
public record InteractionRecorded(
    GuestId guestId,
    String source,
    boolean history,
    InteractionKind kind,
    Instant occurredAt,
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
    @Nullable String textId,
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
    @Nullable Integer openRequests) {}
