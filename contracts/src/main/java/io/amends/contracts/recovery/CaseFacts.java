package io.amends.contracts.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.FailureType;
import io.amends.contracts.Flag;
import io.amends.contracts.Origin;
import io.amends.contracts.Place;
import io.amends.contracts.Severity;
import io.amends.contracts.Sorted;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened, to whom and where, as it was known when the case opened.
 *
 * @param inHouse whether the guest is in the hotel
 * @param occurredAt when it went wrong
 * @param detectedAt when it first became known; the guest's clocks run from it
 * @param textId where the guest's words lie in {@code personal.texts.v1}
 * @param open whether it stands in public
 * @param statutoryDueAt by when an authority wants an answer, if it said so
 */
public record CaseFacts(
    Place place,
    boolean inHouse,
    @Nullable String stayId,
    @Nullable String room,
    Channel channel,
    Origin origin,
    String source,
    String issue,
    FailureType failureType,
    Department department,
    Severity severity,
    Set<Flag> flags,
    Instant occurredAt,
    Instant detectedAt,
    @Nullable Instant departureAt,
    @Nullable String guestTier,
    @Nullable String textId,
    @Nullable String language,
    @JsonProperty("public") boolean open,
    @Nullable String externalRef,
    @Nullable Instant statutoryDueAt) {

  public CaseFacts {
    flags = Sorted.copyOf(flags);
  }
}
