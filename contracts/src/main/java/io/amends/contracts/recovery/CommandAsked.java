package io.amends.contracts.recovery;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a case. Internal to the orchestrator: the way in is its API. It is asked
 * when it is appended.
 *
 * @param commandId chosen by the caller; a repeat gets the same answer
 * @param properties for which the role holds; {@code *}: all
 * @param role in which the actor asks, from the token or the link
 */
@JsonTypeName("amends.recovery.command-asked.v1")
public record CommandAsked(
    String commandId,
    GuestId guestId,
    CaseId caseId,
    Verb verb,
    Actor actor,
    Role role,
    Set<String> properties,
    @Nullable Details details) {

  public CommandAsked {
    properties = Set.copyOf(properties);
  }

  /** What may be asked. */
  public enum Verb {
    ACKNOWLEDGE,
    APOLOGISE,
    FIX_DONE,
    GRANT_REMEDY,
    SET_ROOT_CAUSE,
    FOLLOW_UP_ANSWERED,
    CLOSE
  }

  /** What a verb needs beside itself. */
  public record Details(
      @Nullable RemedyType remedy,
      @Nullable Money worth,
      @Nullable Long points,
      @Nullable RootCause rootCause) {}
}
