package io.amends.intake.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.FailureType;
import io.amends.contracts.Flag;
import io.amends.contracts.Origin;
import io.amends.contracts.Place;
import io.amends.contracts.Severity;
import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.inbound.ReportedBy;
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

  /** By these ways a guest speaks who is in the house, if nothing else is known. */
  private static final Set<Channel> IN_HOUSE =
      EnumSet.of(
          Channel.FRONT_DESK,
          Channel.PHONE,
          Channel.IN_ROOM_QR,
          Channel.STAFF_OBSERVATION,
          Channel.SYSTEM_DETECTED,
          Channel.CHATBOT);

  private ComplaintDoor() {}

  /**
   * Decides. The guest is filled in by whoever finds it; until then it is the one nobody knows.
   *
   * @param place what is known of the property; null: nothing yet
   */
  public static Admission<ComplaintAccepted> admit(
      ComplaintReported reported, Arrival arrival, @Nullable Place place, HotelPolicy policy) {
    List<Flaw> flaws = flaws(reported, arrival, policy);
    if (!flaws.isEmpty()) {
      return new Refused<>(flaws);
    }
    if (place == null) {
      return new UnknownProperty<>(reported.propertyId().value());
    }
    WhoIsIt who =
        WhoIsIt.of(
            reported.guestId(),
            reported.stayId(),
            reported.propertyId().value(),
            reported.room(),
            reported.occurredAt(),
            arrival.key());
    return new Admitted<>(accepted(reported, arrival, place, policy, who), who);
  }

  private static List<Flaw> flaws(ComplaintReported c, Arrival arrival, HotelPolicy policy) {
    String issue = c.issue();
    List<Flaw> unknownIssue =
        issue == null || policy.catalogue().containsKey(issue)
            ? List.of()
            : List.of(new Flaw("/issue", issue, "a code of the policy's catalogue"));
    return Times.all(
        List.of(
            Times.notInTheFuture("/occurredAt", c.occurredAt(), arrival),
            Times.notInTheFuture("/detectedAt", c.detectedAt(), arrival),
            Times.notInTheFuture("/reportedAt", c.reportedAt(), arrival),
            Times.notBefore("/detectedAt", c.detectedAt(), "occurredAt", c.occurredAt()),
            unknownIssue));
  }

  private static ComplaintAccepted accepted(
      ComplaintReported c, Arrival arrival, Place place, HotelPolicy policy, WhoIsIt who) {
    CatalogueEntry entry = entry(c, policy);
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(entry.flagsOrNone());
    flags.addAll(Objects.requireNonNullElse(c.flags(), Set.of()));
    Severity proposed = Objects.requireNonNullElse(c.severity(), entry.severity());
    Instant detectedAt = detectedAt(c, arrival);
    return new ComplaintAccepted(
        new CaseId(arrival.key().toString()),
        who.named() == null ? who.otherwise() : who.named(),
        arrival.source(),
        Times.isHistory(c.occurredAt(), arrival, policy),
        place,
        inHouse(c.channel(), detectedAt, c.departureAt()),
        c.stayId(),
        c.room(),
        c.channel(),
        origin(c),
        c.issue() == null ? UNSORTED : c.issue(),
        Objects.requireNonNullElse(c.failureType(), entry.type()),
        entry.department(),
        policy.severity().of(proposed, c.harm(), flags),
        flags,
        c.occurredAt(),
        detectedAt,
        arrival.arrivedAt(),
        c.departureAt(),
        c.wish(),
        c.narrative() == null ? null : arrival.key().toString(),
        c.language(),
        Boolean.TRUE.equals(c.open()) || isPublic(c.channel()),
        c.externalRef(),
        c.statutoryDueAt());
  }

  private static CatalogueEntry entry(ComplaintReported c, HotelPolicy policy) {
    return policy
        .catalogue()
        .getOrDefault(Objects.requireNonNullElse(c.issue(), UNSORTED), UNSORTED_ENTRY);
  }

  /** When it was first made known; never after it reached us. */
  private static Instant detectedAt(ComplaintReported c, Arrival arrival) {
    Instant known =
        Stream.of(c.detectedAt(), c.reportedAt())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(arrival.arrivedAt());
    return known.isAfter(arrival.arrivedAt()) ? arrival.arrivedAt() : known;
  }

  static boolean inHouse(Channel channel, Instant detectedAt, @Nullable Instant departureAt) {
    return departureAt == null ? IN_HOUSE.contains(channel) : detectedAt.isBefore(departureAt);
  }

  /** The same complaint of the guest who was found there, with what is known of the stay. */
  public static ComplaintAccepted of(ComplaintAccepted c, Whereabouts who) {
    Instant departureAt = c.departureAt() == null ? who.departureAt() : c.departureAt();
    return new ComplaintAccepted(
        c.complaintId(),
        who.guestId(),
        c.source(),
        c.history(),
        c.place(),
        departureAt == null || c.detectedAt().isBefore(departureAt), // found in the house
        c.stayId() == null ? who.stayId() : c.stayId(),
        c.room() == null ? who.room() : c.room(),
        c.channel(),
        c.origin(),
        c.issue(),
        c.failureType(),
        c.department(),
        c.severity(),
        c.flags(),
        c.occurredAt(),
        c.detectedAt(),
        c.arrivedAt(),
        departureAt,
        c.wish(),
        c.textId(),
        c.language(),
        c.open(),
        c.externalRef(),
        c.statutoryDueAt());
  }

  private static boolean isPublic(Channel channel) {
    return channel == Channel.REVIEW_SITE || channel == Channel.SOCIAL_MEDIA;
  }

  private static Origin origin(ComplaintReported c) {
    ReportedBy by = c.reportedBy();
    if (by != null) {
      return switch (by) {
        case GUEST -> Origin.GUEST;
        case STAFF -> Origin.STAFF;
        case SYSTEM -> Origin.SYSTEM_DETECTED;
        case THIRD_PARTY -> Origin.THIRD_PARTY;
      };
    }
    return switch (c.channel()) {
      case STAFF_OBSERVATION -> Origin.STAFF;
      case SYSTEM_DETECTED -> Origin.SYSTEM_DETECTED;
      case THIRD_PARTY_AUTHORITY -> Origin.THIRD_PARTY;
      case FRONT_DESK,
          PHONE,
          EMAIL,
          WEB_FORM,
          IN_ROOM_QR,
          GM_MAILBOX,
          REVIEW_SITE,
          SOCIAL_MEDIA,
          SURVEY,
          CHATBOT ->
          Origin.GUEST;
    };
  }
}
