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
import io.amends.contracts.intake.Detected;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.policy.CatalogueEntry;
import io.amends.contracts.policy.HotelPolicy;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A failure that a system saw before anybody complained. */
public final class FailureSeen {

  /** Ours: what no word of the catalogue names is for whoever runs the house. */
  private static final CatalogueEntry NOT_NAMED =
      new CatalogueEntry(
          FailureType.OTHER_CORE_SERVICE_FAILURE, Severity.MAJOR, Department.OPERATIONS, Set.of());

  private FailureSeen() {}

  /**
   * The complaint that a sign is: the door alone turns one into the other. It became known when the
   * system told us.
   */
  public static ComplaintAccepted complaintOf(
      Signs.Seen seen, InteractionRecorded i, Arrival arrival, Place place, HotelPolicy policy) {
    String issue = issue(seen, i, policy);
    CatalogueEntry entry = policy.catalogue().getOrDefault(issue, NOT_NAMED);
    Set<Flag> flags = entry.flagsOrNone();
    Severity proposed = Objects.requireNonNullElse(i.severity(), entry.severity());
    Instant detectedAt = Times.inMillis(arrival.arrivedAt());
    Instant departureAt = departureAt(i);
    return new ComplaintAccepted(
        new CaseId(arrival.key().toString()),
        i.guestId(),
        i.source(),
        i.history(),
        place,
        isInHouse(seen, detectedAt, departureAt),
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
        departureAt,
        null,
        i.textId(),
        null,
        false,
        null,
        null,
        null,
        new Detected(seen.sign(), seen.rule().confidence(), i.detector()),
        null);
  }

  /** As the event says, else as the rule does; a chain may have taken either out. */
  private static String issue(Signs.Seen seen, InteractionRecorded i, HotelPolicy policy) {
    return Stream.of(i.issue(), seen.rule().issue())
        .filter(Objects::nonNull)
        .filter(policy.catalogue()::containsKey)
        .findFirst()
        .orElse(ComplaintDoor.UNSORTED);
  }

  private static @Nullable Instant departureAt(InteractionRecorded i) {
    return i.kind() == InteractionKind.STAY_COMPLETED ? i.occurredAt() : i.departureAt();
  }

  /** Whoever says how a stay was may have left; the directory knows better, if it is asked. */
  private static boolean isInHouse(
      Signs.Seen seen, Instant detectedAt, @Nullable Instant departureAt) {
    return (departureAt != null || !Signs.isOfStay(seen.sign()))
        && Channels.inHouse(Channel.SYSTEM_DETECTED, detectedAt, departureAt);
  }
}
