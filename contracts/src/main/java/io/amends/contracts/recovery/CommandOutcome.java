package io.amends.contracts.recovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.Role;
import io.amends.contracts.Sorted;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of one command, decided by the stream.
 *
 * @param caseVersion of the case after it
 */
@JsonTypeName("amends.recovery.command-outcome.v1")
public record CommandOutcome(
    String commandId, GuestId guestId, CaseId caseId, int caseVersion, Answer answer) {

  /** How the rules answer. */
  public enum Result {
    DONE,
    /** Nothing was left to do, and nobody did anything wrong. */
    MOOT,
    /** Not by this person alone: somebody who may was asked, and answers later. */
    ASKED,
    REFUSED
  }

  /**
   * The answer itself.
   *
   * @param codes why it is moot or refused, or whom it has asked; empty if it is done
   * @param whoCould roles that could do it now
   */
  public record Answer(Result result, List<Code> codes, Set<Role> whoCould) {
    public Answer {
      codes = List.copyOf(codes);
      whoCould = Sorted.copyOf(whoCould);
    }

    public static final Answer DONE = new Answer(Result.DONE, List.of(), Set.of());
  }

  /** A reason without words, with what a sentence about it needs. */
  public record Code(
      String code,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
          Map<String, Object> parameters) {
    public Code {
      parameters = Map.copyOf(parameters);
    }

    public static Code of(String code) {
      return new Code(code, Map.of());
    }
  }
}
