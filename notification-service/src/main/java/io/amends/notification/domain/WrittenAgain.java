package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A guest has written about a case that is open, in words that name no matter: whether it is "thank
 * you" or "it is still not good" only a person can tell, so one reads it.
 */
public final class WrittenAgain {

  private WrittenAgain() {}

  /** Whether it is such a message. */
  public static boolean is(InteractionRecorded contact) {
    return contact.caseId() != null && contact.textId() != null && !contact.history();
  }

  /** To whoever is on duty now. */
  public static List<Draft> of(
      InteractionRecorded contact,
      OpenCase about,
      Instant now,
      PropertyReference property,
      RosterReference roster,
      HotelPolicy policy) {
    String caseId = Objects.requireNonNull(contact.caseId());
    String textId = Objects.requireNonNull(contact.textId());
    return new StaffTask(
            "written-again",
            "%s/written/%s".formatted(caseId, textId),
            contact.guestId(),
            new CaseId(caseId),
            textId,
            about,
            property,
            List.of())
        .drafts(CallPlan.caller(about, policy), now, roster);
  }
}
