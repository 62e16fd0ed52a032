package io.amends.intake.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.FailureType;
import io.amends.contracts.Flag;
import io.amends.contracts.Origin;
import io.amends.contracts.Place;
import io.amends.contracts.Severity;
import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.policy.CatalogueEntry;
import io.amends.contracts.policy.HotelPolicy;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failure that a system saw before anybody complained. */
public final class FailureSeen {

  /** Ours: what no word of the catalogue names is for whoever runs the house. */
  private static final CatalogueEntry NOT_NAMED =
      new CatalogueEntry(
          FailureType.OTHER_CORE_SERVICE_FAILURE, Severity.MAJOR, Department.OPERATIONS, Set.of());

  private FailureSeen() {}

  /**
   * The complaint that it is: the door alone turns one into the other. It became known when the
   * system told us.
   *
   * @return empty if the interaction is of another kind
   */
  public static Optional<ComplaintAccepted> complaintOf(
      InteractionRecorded i, Arrival arrival, @Nullable Place place, HotelPolicy policy) {
    if (i.kind() != InteractionKind.FAILURE_DETECTED || place == null) {
      return Optional.empty();
    }
    String issue = Objects.requireNonNullElse(i.issue(), ComplaintDoor.UNSORTED);
    CatalogueEntry entry = policy.catalogue().getOrDefault(issue, NOT_NAMED);
    Set<Flag> flags = entry.flagsOrNone();
    Severity proposed = Objects.requireNonNullElse(i.severity(), entry.severity());
    Instant detectedAt = Times.inMillis(arrival.arrivedAt());
    return Optional.of(
        new ComplaintAccepted(
            new CaseId(arrival.key().toString()),
            i.guestId(),
            i.source(),
            i.history(),
            place,
            Channels.inHouse(Channel.SYSTEM_DETECTED, detectedAt, i.departureAt()),
            i.stayId(),
            i.room(),
            Channel.SYSTEM_DETECTED,
            Origin.SYSTEM_DETECTED,
            issue,
            Objects.requireNonNullElse(i.failureType(), entry.type()),
            entry.department(),
            policy.severity().of(proposed, null, flags),
            flags,
            i.occurredAt(),
            detectedAt,
            detectedAt,
            i.departureAt(),
            null,
            null,
            null,
            false,
            null,
            null,
            null));
  }
}
