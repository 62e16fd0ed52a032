package io.amends.contracts.desk;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.Sorted;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was shown a guest's name, contact or words. Written before they are shown: what can't be
 * written down is not shown.
 *
 * @param roles of the reader, as the token named them
 * @param reason what the reader gave as one, to see a case that is for few eyes; null: none was
 *     asked
 */
@JsonTypeName("amends.desk.personal-data-seen.v1")
public record PersonalDataSeen(
    GuestId guestId,
    @Nullable CaseId caseId,
    Actor actor,
    Set<String> roles,
    Occasion occasion,
    @Nullable String reason,
    Instant at) {

  public PersonalDataSeen {
    roles = Sorted.copyOf(roles);
  }

  /** On which page. */
  public enum Occasion {
    CASE,
    FIND,
    /** A case for few eyes, opened with a reason. */
    BROKEN_GLASS
  }

  /** Never the reason, which somebody has typed: a record prints itself into logs. */
  @Override
  public String toString() {
    return "PersonalDataSeen[%s, %s]".formatted(guestId, occasion);
  }
}
