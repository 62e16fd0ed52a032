package io.amends.contracts.recovery;

import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values by which one case is handled, resolved for its property, severity and failure when it
 * opens. The case pins them, so a changed policy moves no old promise.
 *
 * @param id {@code <scope>/<kind>@<version>}; explains, never decides again
 * @param checkBack how long after the fix somebody asks whether it is really good now
 * @param acknowledgeIsLate who is alerted how long after the acknowledgement was promised; empty
 *     where the ladder from detection speaks instead
 * @param fixIsLate who is alerted how long after the fix was promised
 * @param apologyIsLate the same for the apology; null role: the owner
 * @param perCase what a role may grant over one case without asking, at face value
 * @param needsNobodysLeave what counts against no limit
 * @param tenThousandPoints what they are at face value
 * @param outcome what is usual for the guest to get, before the tier's multiplier
 * @param outcomeTimes the multiplier by the tier at which the guest is made good
 * @param apologyBy who apologises
 * @param toClose what must be done before the case may be closed
 */
public record CasePolicy(
    String id,
    Duration checkBack,
    List<Rung> acknowledgeIsLate,
    List<Rung> fixIsLate,
    List<Rung> apologyIsLate,
    Map<Role, Nights> perCase,
    Set<RemedyType> needsNobodysLeave,
    Nights tenThousandPoints,
    Band outcome,
    Map<CostTier, BigDecimal> outcomeTimes,
    Role apologyBy,
    Set<Need> toClose) {

  public CasePolicy {
    acknowledgeIsLate = List.copyOf(acknowledgeIsLate);
    fixIsLate = List.copyOf(fixIsLate);
    apologyIsLate = List.copyOf(apologyIsLate);
    perCase = Map.copyOf(perCase);
    needsNobodysLeave = Set.copyOf(needsNobodysLeave);
    outcomeTimes = Map.copyOf(outcomeTimes);
    toClose = Set.copyOf(toClose);
  }

  /**
   * Who is alerted how long after the cause.
   *
   * @param ownerInstead whether it is whoever owns the case then, whatever {@code role} says
   */
  public record Rung(Role role, Duration after, boolean ownerInstead) {}

  /** What a guest gets: nobody falls below the floor, the usual is proposed. */
  public record Band(Nights floor, Nights usual, Nights ceiling) {}

  /** What must be done before a case may be closed. */
  public enum Need {
    FIX,
    CARE,
    ROOT_CAUSE,
    DEPARTMENT,
    FOLLOW_UP_ANSWERED_OR_EXPIRED
  }
}
