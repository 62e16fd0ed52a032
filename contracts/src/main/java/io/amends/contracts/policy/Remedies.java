package io.amends.contracts.policy;

import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CostTier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    AboveCeiling aboveCeiling,
    ProblemCustomer problemCustomer,
    Map<String, List<RemedyType>> instead) {

  /** Whoever makes trouble is for these to deal with. */
  public record ProblemCustomer(Set<Role> to) {
    public ProblemCustomer {
      to = Set.copyOf(to);
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

  /** What fits one severity. */
  public record For(CasePolicy.Band outcome, Courtesy courtesy, List<RemedyType> fits) {}

  /** Manners. */
  public record Courtesy(String apologyBy) {

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
