package io.amends.contracts.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.CaseId;
import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.FailureType;
import io.amends.contracts.Flag;
import io.amends.contracts.GuestId;
import io.amends.contracts.Origin;
import io.amends.contracts.Place;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Severity;
import io.amends.contracts.Sorted;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A complaint that was let in: of a known guest, at a known hotel, in the catalogue's words.
 *
 * @param complaintId derived from source and event id, so a repeat has the same
 * @param source which system told us
 * @param history whether it is the past that came in late: recorded and scored, and nothing more
 * @param inHouse whether the guest was in the hotel when it became known
 * @param origin who knew first
 * @param detectedAt from when the guest's clock runs; not before {@code occurredAt}
 * @param arrivedAt when it reached the door, by the log
 * @param textId where the guest's words lie in {@code personal.texts.v1}
 * @param language of the guest's words, BCP 47: as it was told, else as it was read
 * @param open whether it stands in public
 * @param suggested what a reading of the guest's words says that it is about, where nobody said;
 *     absent: nothing, or somebody did
 * @param detected by what a system knew of it; absent: somebody said it
 * @param manner how the guest tells it, as a reading of the words suggests; absent: they do not say
 */
@JsonTypeName("amends.intake.complaint-accepted.v1")
public record ComplaintAccepted(
    CaseId complaintId,
    GuestId guestId,
    String source,
    boolean history,
    Place place,
    boolean inHouse,
    @Nullable String stayId,
    @Nullable String room,
    Channel channel,
    Origin origin,
    String issue,
    FailureType failureType,
    Department department,
    Severity severity,
    Set<Flag> flags,
    Instant occurredAt,
    Instant detectedAt,
    Instant arrivedAt,
    @Nullable Instant departureAt,
    @Nullable RemedyType wish,
    @Nullable String textId,
    @Nullable String language,
    @JsonProperty("public") boolean open,
    @Nullable String externalRef,
    @Nullable Instant statutoryDueAt,
    @Nullable Suggestion suggested,
    @Nullable Detected detected,
    @Nullable Manner manner) {

  public ComplaintAccepted {
    flags = Sorted.copyOf(flags);
  }
}
