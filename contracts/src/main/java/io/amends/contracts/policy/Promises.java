package io.amends.contracts.policy;

import io.amends.contracts.policy.HotelPolicy.BySeverity;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.time.clock.Warning;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a guest is promised.
 *
 * @param warnings of each clock, to its owner only
 * @param pauses which clocks a reason pauses
 * @param pauseLimit after which a clock runs again
 */
public record Promises(
    List<Warning> warnings,
    InHouse inHouse,
    Departed departed,
    OfficeHours officeHours,
    PublicChannel publicChannel,
    Authority authority,
    Map<String, List<String>> pauses,
    Duration pauseLimit) {

  /** While the guest is here; around the clock, from detection. */
  public record InHouse(
      BySeverity acknowledge,
      BySeverity apologise,
      BySeverity fix,
      BySeverity nextUpdate,
      BySeverity departmentAccepts,
      BySeverity approval,
      BySeverity checkBack,
      BySeverity remedyReachesGuest,
      BeforeDeparture beforeDeparture) {}

  /**
   * What must be done before the guest leaves.
   *
   * @param latest how long before; if that is past or under half an hour away, the departure itself
   * @param warn how long before that its owner is warned
   */
  public record BeforeDeparture(Duration latest, Duration warn) {}

  /**
   * After the stay, or before it: acknowledging and apologising in office hours, the rest elapsed.
   */
  public record Departed(
      BySeverity acknowledge,
      BySeverity apologise,
      BySeverity fix,
      BySeverity nextUpdate,
      BySeverity approval,
      BySeverity remedyReachesGuest) {}

  /** Of the property, every day. */
  public record OfficeHours(LocalTime from, LocalTime to) {}

  /** What appeared in public. */
  public record PublicChannel(BySeverity firstAnswer) {}

  /**
   * What an authority wants to know.
   *
   * @param answer when it is due if the authority did not say
   */
  public record Authority(Answer answer) {

    /** Its times. */
    public record Answer(Duration ifMissing, Duration internalTarget) {}
  }

  /** Which clocks stand still for a reason; the policy names them as its promises. */
  public Set<Clock> pausedBy(String reason) {
    return pauses.getOrDefault(reason, List.of()).stream()
        .map(
            name ->
                switch (name) {
                  case "fix" -> Clock.FIX;
                  case "nextUpdate" -> Clock.NEXT_UPDATE;
                  case "apologise" -> Clock.APOLOGISE;
                  case "checkBack" -> Clock.CHECK_BACK;
                  default ->
                      throw new IllegalArgumentException(
                          "pauses: %s (expected: fix, nextUpdate, apologise or checkBack)"
                              .formatted(name));
                })
        .collect(java.util.stream.Collectors.toSet());
  }
}
