package io.amends.contracts.policy;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may give what.
 *
 * @param unlimited what needs nobody's leave and counts against nothing
 */
public record Empowerment(Map<Role, Limits> roles, Set<String> unlimited, SameGuest sameGuest) {

  public Empowerment {
    roles = Map.copyOf(roles);
    unlimited = Set.copyOf(unlimited);
  }

  /**
   * Of one role.
   *
   * @param perCase at face value, over everybody's grants on the case
   * @param perMonth a number of nights, or NONE
   * @param approvers how many must approve from {@code approversFrom} on; absent: one
   */
  public record Limits(
      Nights perCase,
      @Nullable String perMonth,
      MonthCounts monthCounts,
      @Nullable Integer approvers,
      @Nullable Nights approversFrom) {

    /** What may be given in a calendar month; empty: without limit. */
    public Optional<Nights> month() {
      return perMonth == null || perMonth.equals("NONE")
          ? Optional.empty()
          : Optional.of(Nights.of(perMonth));
    }
  }

  /** Over whom a month is counted. */
  public enum MonthCounts {
    PERSON,
    ROLE_AT_PROPERTY,
    ROLE_AT_REGION,
    NOBODY
  }

  /**
   * When a guest has been given much already, somebody takes a second look.
   *
   * @param total over all properties, within {@code per}
   * @param then who looks
   */
  public record SameGuest(java.time.Period per, Nights total, Role then) {}
}
