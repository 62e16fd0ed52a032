package io.amends.intake.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.Department;
import io.amends.contracts.FailureType;
import io.amends.contracts.Flag;
import io.amends.contracts.Place;
import io.amends.contracts.Severity;
import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.policy.CatalogueEntry;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.intake.domain.Admission.Admitted;
import io.amends.intake.domain.Admission.Refused;
import io.amends.intake.domain.Admission.UnknownProperty;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a complaint is let in, and what it means in the catalogue's words. */
public final class ComplaintDoor {

  /** What nobody has sorted yet: a person says what it is. */
  public static final String UNSORTED = "UNSORTED";

  /**
   * Not in the catalogue, since nobody chooses it; treated as serious until somebody has looked.
   */
  private static final CatalogueEntry UNSORTED_ENTRY =
      new CatalogueEntry(
          FailureType.GESTALT, Severity.MAJOR, Department.GENERAL_MANAGEMENT, Set.of());

  private ComplaintDoor() {}

  /**
   * Decides. The guest is filled in by whoever finds it; until then it is the one nobody knows.
   *
   * @param place what is known of the property; null: nothing yet
   * @param reading what was read in the guest's words
   */
  public static Admission<ComplaintAccepted> admit(
      ComplaintReported reported,
      Arrival arrival,
      @Nullable Place place,
      HotelPolicy policy,
      Reading reading) {
    List<Flaw> flaws = flaws(reported, arrival, policy);
    if (!flaws.isEmpty()) {
      return new Refused<>(flaws);
    }
    if (place == null) {
      return new UnknownProperty<>(reported.propertyId().value());
    }
    WhoIsIt who =
        WhoIsIt.of(
            arrival,
            reported.guestId(),
            reported.stayId(),
            reported.propertyId().value(),
            reported.room(),
            Times.byThen(reported.occurredAt(), arrival));
    return new Admitted<>(accepted(reported, arrival, place, policy, reading, who), who);
  }

  private static List<Flaw> flaws(ComplaintReported c, Arrival arrival, HotelPolicy policy) {
    Instant now = arrival.arrivedAt();
    return Flaws.of(
        List.of(
            Times.notInTheFuture("/occurredAt", c.occurredAt(), now),
            Times.notInTheFuture("/detectedAt", c.detectedAt(), now),
            Times.notInTheFuture("/reportedAt", c.reportedAt(), now),
            Times.notBefore("/detectedAt", c.detectedAt(), "occurredAt", c.occurredAt()),
            Times.notBefore("/reportedAt", c.reportedAt(), "occurredAt", c.occurredAt()),
            arrival.from().checkGuest(c.guestId()),
            inCatalogue(c.issue(), policy)));
  }

  static Optional<Flaw> inCatalogue(@Nullable String issue, HotelPolicy policy) {
    return issue == null || policy.catalogue().containsKey(issue)
        ? Optional.empty()
        : Optional.of(new Flaw("/issue", issue, "a code of the policy's catalogue"));
  }

  private static ComplaintAccepted accepted(
      ComplaintReported c,
      Arrival arrival,
      Place place,
      HotelPolicy policy,
      Reading reading,
      WhoIsIt who) {
    String read = reading.issue(policy);
    String issue =
        Objects.requireNonNullElse(
            c.issue(), Objects.requireNonNullElse(read, UNSORTED)); // a person's choice wins
    CatalogueEntry entry = policy.catalogue().getOrDefault(issue, UNSORTED_ENTRY);
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(entry.flagsOrNone());
    flags.addAll(Objects.requireNonNullElse(c.flags(), Set.of()));
    Severity usual =
        c.issue() == null ? entry.severity().atLeast(UNSORTED_ENTRY.severity()) : entry.severity();
    Severity proposed = Objects.requireNonNullElse(c.severity(), usual);
    Instant detectedAt = detectedAt(c, arrival);
    return new ComplaintAccepted(
        new CaseId(arrival.key().toString()),
        who.guest(),
        arrival.from().name(),
        Times.isHistory(c.occurredAt(), arrival, policy),
        place,
        Channels.inHouse(c.channel(), detectedAt, c.departureAt()),
        c.stayId(),
        c.room(),
        c.channel(),
        Channels.origin(c.channel(), c.reportedBy()),
        issue,
        Objects.requireNonNullElse(c.failureType(), entry.type()),
        entry.department(),
        policy.severity().of(proposed, c.harm(), flags),
        flags,
        Times.byThen(c.occurredAt(), arrival),
        detectedAt,
        Times.inMillis(arrival.arrivedAt()),
        Times.inMillisOrNull(c.departureAt()),
        c.wish(),
        c.narrative() == null ? null : arrival.key().toString(),
        c.language() == null ? reading.language() : c.language(),
        Boolean.TRUE.equals(c.open()) || Channels.isPublic(c.channel()),
        c.externalRef(),
        Times.inMillisOrNull(c.statutoryDueAt()),
        c.issue() == null ? reading.in(policy) : null,
        null,
        reading.manner());
  }

  /** When it was first made known; never after it reached us. */
  private static Instant detectedAt(ComplaintReported c, Arrival arrival) {
    Instant known =
        Stream.of(c.detectedAt(), c.reportedAt())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(arrival.arrivedAt());
    return Times.byThen(known, arrival);
  }
}
