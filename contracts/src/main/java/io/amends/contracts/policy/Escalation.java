package io.amends.contracts.policy;

import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.CostTier;
import java.util.Map;

/**
 * Who is told, and when.
 *
 * @param ownerByTier who owns the recovery in each tier
 * @param nobodyHasAcknowledged in house, minutes after detection
 * @param fixIsLate in house, minutes after the fix promise was broken
 * @param departedIsLate minutes after the acknowledge or fix promise was broken, guest departed
 * @param apologyOrUpdateIsLate minutes after; {@code OWNER} is whoever owns the case then
 */
public record Escalation(
    Map<Severity, Map<CostTier, Role>> ownerByTier,
    Owners ownerWhenDeparted,
    Map<Severity, Map<Role, Long>> nobodyHasAcknowledged,
    Map<Severity, Map<Role, Long>> fixIsLate,
    Map<Severity, Map<Role, Long>> departedIsLate,
    Map<String, Long> apologyOrUpdateIsLate) {

  /** Who owns a case whose guest has left. */
  public record Owners(Role MINOR, Role MAJOR, Role CRITICAL) {

    public Role of(Severity severity) {
      return switch (severity) {
        case MINOR -> MINOR;
        case MAJOR -> MAJOR;
        case CRITICAL -> CRITICAL;
      };
    }
  }
}
