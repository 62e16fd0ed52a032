package io.amends.intake.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.FailureType;
import io.amends.contracts.Flag;
import io.amends.contracts.Origin;
import io.amends.contracts.Severity;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.Detected;
import io.amends.contracts.intake.Manner;
import io.amends.contracts.intake.Suggestion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would become of an event if it were sent now.
 *
 * @param reasons of a refusal, or what is waited for
 * @param history whether it would be recorded as the past; null if it would not be let in
 * @param guest how its guest is found
 * @param guestId the guest as the chain knows it, if the event names one: an answer names nobody
 *     else
 * @param complaint what it would mean as a complaint; null if it would be none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Trial(
    Result result,
    List<Flaw> reasons,
    @Nullable Boolean history,
    @Nullable Who guest,
    @Nullable String guestId,
    @Nullable Meaning complaint) {

  public Trial {
    reasons = List.copyOf(reasons);
  }

  /** What would be answered. */
  public enum Result {
    ACCEPTED,
    /** The same came before. */
    DUPLICATE,
    REFUSED,
    /** Its hotel is not known: it would wait half a minute for it, and then be refused. */
    WAITING
  }

  /** How the guest is found. */
  public enum Who {
    NAMED,
    BY_STAY,
    BY_ROOM,
    BY_CONTACT,
    /** Nobody is found: it would be somebody of whom nothing is known yet. */
    NOBODY_KNOWN
  }

  /**
   * What the catalogue makes of a complaint.
   *
   * @param suggested what a reading of its words says, where nobody said what it is about
   * @param detected by what a system knew of it; the same may have been heard of already
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Meaning(
      String issue,
      FailureType failureType,
      Department department,
      Severity severity,
      Set<Flag> flags,
      Channel channel,
      Origin origin,
      boolean inHouse,
      @JsonProperty("public") boolean open,
      @Nullable String language,
      @Nullable Suggestion suggested,
      @Nullable Manner manner,
      @Nullable Detected detected) {

    static Meaning of(ComplaintAccepted c) {
      return new Meaning(
          c.issue(),
          c.failureType(),
          c.department(),
          c.severity(),
          c.flags(),
          c.channel(),
          c.origin(),
          c.inHouse(),
          c.open(),
          c.language(),
          c.suggested(),
          c.manner(),
          c.detected());
    }
  }

  public static Trial refused(List<Flaw> flaws) {
    return new Trial(Result.REFUSED, flaws, null, null, null, null);
  }

  public static Trial duplicate() {
    return new Trial(Result.DUPLICATE, List.of(), null, null, null, null);
  }

  static Trial waiting(Flaw flaw) {
    return new Trial(Result.WAITING, List.of(flaw), null, null, null, null);
  }

  /** The same, once it is known how the guest is found. */
  public Trial foundBy(Who who) {
    return new Trial(result, reasons, history, who, guestId, complaint);
  }
}
