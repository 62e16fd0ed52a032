package io.amends.contracts.policy;

import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.Sorted;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CostTier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What fits, over the three kinds of justice.
 *
 * @param closingNeeds what must be done before a case may be closed
 * @param instead what answers what went wrong; the first is proposed
 * @param outcomeTimes by the tier at which the guest is made good
 */
public record Remedies(
    Set<CasePolicy.Need> closingNeeds,
    For MINOR,
    For MAJOR,
    For CRITICAL,
    Map<CostTier, BigDecimal> outcomeTimes,
    Choices guestChoosesBetween,
    AboveCeiling aboveCeiling,
    ProblemCustomer problemCustomer,
    Map<String, List<RemedyType>> instead) {

  /** Whoever makes trouble is for these to deal with. */
  public record ProblemCustomer(Set<Role> to) {
    public ProblemCustomer {
      to = Sorted.copyOf(to);
    }
  }

  /** Who may go above the ceiling, with a reason. */
  public record AboveCeiling(By by) {

    /** By severity. */
    public record By(Role MINOR, Role MAJOR, Role CRITICAL) {

      public Role of(Severity severity) {
        return switch (severity) {
          case MINOR -> MINOR;
          case MAJOR -> MAJOR;
          case CRITICAL -> CRITICAL;
        };
      }
    }
  }

  /** Between how many the guest chooses, equal in worth: the choice gives control back. */
  public record Choices(int MINOR, int MAJOR, int CRITICAL) {

    public int of(Severity severity) {
      return switch (severity) {
        case MINOR -> MINOR;
        case MAJOR -> MAJOR;
        case CRITICAL -> CRITICAL;
      };
    }
  }

  /** What fits one severity. */
  public record For(
      CasePolicy.Band outcome, Procedure procedure, Courtesy courtesy, List<RemedyType> fits) {}

  /**
   * How it goes.
   *
   * @param explanation {@code IF_ASKED}, {@code ALWAYS} or {@code WRITTEN}
   * @param reviewAfter when somebody looks at how it was handled; absent: nobody does
   */
  public record Procedure(String explanation, @Nullable Duration reviewAfter) {}

  /**
   * Manners.
   *
   * @param inPerson whether somebody apologises face to face; absent: as it comes
   * @param letter whether one is written; absent: none is
   * @param care {@code ONE_GESTURE} or {@code NAMED_HOST}
   * @param followUp {@code MESSAGE} or {@code CALL}
   */
  public record Courtesy(
      String apologyBy,
      @Nullable Boolean inPerson,
      @Nullable Boolean letter,
      String care,
      String followUp) {

    /** The role that apologises; whoever meets the guest is the front line. */
    public Role apologyByRole() {
      return apologyBy.equals("WHOEVER_MEETS_THE_GUEST")
          ? Role.FRONT_LINE
          : Role.valueOf(apologyBy);
    }
  }

  public For of(Severity severity) {
    return switch (severity) {
      case MINOR -> MINOR;
      case MAJOR -> MAJOR;
      case CRITICAL -> CRITICAL;
    };
  }
}
