package io.amends.contracts.policy;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.Sorted;
import io.amends.contracts.recovery.CostTier;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

/**
 * Who is told, and when.
 *
 * @param ownerByTier who owns the recovery in each tier
 * @param nobodyHasAcknowledged in house, minutes after detection
 * @param fixIsLate in house, minutes after the fix promise was broken
 * @param departedIsLate minutes after the acknowledge or fix promise was broken, guest departed
 * @param nobodyOnShift what happens if nobody is on duty
 * @param night local time of the property
 * @param morningReport one mail a day
 * @param reach by what alerts of a severity come
 * @param apologyOrUpdateIsLate minutes after; {@code OWNER} is whoever owns the case then
 */
public record Escalation(
    Map<Severity, Map<CostTier, Role>> ownerByTier,
    Owners ownerWhenDeparted,
    Map<Severity, Map<Role, Long>> nobodyHasAcknowledged,
    Map<Severity, Map<Role, Long>> fixIsLate,
    Map<Severity, Map<Role, Long>> departedIsLate,
    Map<String, Long> apologyOrUpdateIsLate,
    NobodyOnShift nobodyOnShift,
    Night night,
    MorningReport morningReport,
    ArrivalAlert arrivalAlert,
    ChannelOverrides channelOverrides,
    WhenTheCentreSettles whenTheCentreSettles,
    Map<Severity, Set<Reach>> reach) {

  /** By what an alert reaches somebody, beside mail. */
  public enum Reach {
    TASK,
    PUSH_OR_SMS,
    CALL
  }

  /**
   * The centre makes good in the property's place.
   *
   * @param propertyPays {@code WHAT_WAS_GIVEN}, {@code HANDLING_FEE}
   */
  public record WhenTheCentreSettles(Set<String> propertyPays, Nights handlingFee) {
    public WhenTheCentreSettles {
      propertyPays = Sorted.copyOf(propertyPays);
    }
  }

  /**
   * Nobody on duty in a role.
   *
   * @param holdAtMost then the next level is alerted
   */
  public record NobodyOnShift(Duration holdAtMost) {}

  /**
   * What a hotel's managers read before the morning meeting.
   *
   * @param at local time of the property
   */
  public record MorningReport(LocalTime at, Set<Role> to) {
    public MorningReport {
      to = Set.copyOf(to);
    }
  }

  /** Who comes back after having been let down, and for how long that is remembered. */
  public record ArrivalAlert(Duration guestsLetDownWithin) {}

  /** When minor things wait for the morning, except for the front line. */
  public record Night(LocalTime from, LocalTime to) {}

  /** Channels with a ladder of their own. */
  public record ChannelOverrides(StartsAt GM_MAILBOX) {

    /** Where it starts. */
    public record StartsAt(Role startsAt) {}
  }

  /** Who owns a case whose guest has left. */
  public record Owners(Role MINOR, Role MAJOR, Role CRITICAL, Role fixPromiseBroken) {

    public Role of(Severity severity) {
      return switch (severity) {
        case MINOR -> MINOR;
        case MAJOR -> MAJOR;
        case CRITICAL -> CRITICAL;
      };
    }
  }
}
