package io.amends.intake.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import java.util.List;
import java.util.Objects;

/**
 * What answers a case and names no matter of its own (any news? thank you, it was room 311) is no
 * complaint: the guest got in touch about that case. Who names a matter complains, once more or of
 * something new, and the case that it belongs to is found by that.
 */
public final class HeardAgain {

  private HeardAgain() {}

  /** The cases that it may be about; empty: it is a complaint of its own. */
  public static List<String> mayBeAbout(ComplaintReported reported, ComplaintAccepted accepted) {
    boolean namesAMatter =
        reported.issue() != null || reported.failureType() != null || accepted.suggested() != null;
    return namesAMatter || accepted.history()
        ? List.of()
        : Objects.requireNonNullElse(reported.inReplyTo(), List.of());
  }

  /** The same as a moment of that case's guest. */
  public static InteractionRecorded contact(GuestId guest, CaseId about, ComplaintAccepted c) {
    return new InteractionRecorded(
        guest,
        c.source(),
        c.history(),
        InteractionKind.CONTACT_MADE,
        c.occurredAt(),
        c.place().propertyId(),
        c.stayId(),
        c.room(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        c.textId(),
        about.value(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
