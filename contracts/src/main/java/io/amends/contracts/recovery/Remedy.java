package io.amends.contracts.recovery;

import io.amends.contracts.Actor;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gave a guest, or wishes to give: it keeps its number whatever becomes of it.
 *
 * @param number in the case, from 1
 * @param by who gives it, in the role {@code as}
 * @param askedAt when
 * @param reason why, in the giver's words, which name no guest
 * @param route who may be asked if the giver may not alone, the lowest role first
 * @param approval who was asked for leave last; null: nobody
 * @param hold what it takes of a month's budget; null: nothing
 * @param secondLook of whom, or somebody higher, since this guest was given much before; null: as
 *     the limits say
 * @param restOf the number of the part that could be given at once, if this is the rest: one remedy
 *     in the guest's eyes
 */
public record Remedy(
    int number,
    Grant grant,
    Standing standing,
    Actor by,
    Role as,
    Instant askedAt,
    @Nullable String reason,
    List<Role> route,
    @Nullable Approval approval,
    List<Agreed> agreed,
    @Nullable Hold hold,
    @Nullable Role secondLook,
    @Nullable Integer restOf) {

  public Remedy {
    route = List.copyOf(route);
    agreed = List.copyOf(agreed);
  }

  /** What has become of it. */
  public enum Standing {
    /** Set aside: its budget or somebody's leave is waited for. */
    RESERVED,
    GIVEN,
    DECLINED,
    TAKEN_BACK
  }

  /**
   * Somebody's leave.
   *
   * @param of who is asked
   * @param clock the number of the promise to answer
   */
  public record Approval(Role of, int clock) {}

  /** Who said yes, in which role and why. */
  public record Agreed(Actor by, Role as, Instant at, @Nullable String reason) {}

  /**
   * Part of a month's budget.
   *
   * @param id of the reservation
   * @param budget whose month it is, such as {@code PERSON/ana/2027-01}
   * @param limit of that month
   * @param by whose limit it is, in the role {@code as}: the giver's or the approver's
   * @param at when it was asked for
   * @param until how long the budget's answer is waited for; null: it has said yes
   * @param commandId who waits for the answer; null: nobody
   */
  public record Hold(
      String id,
      String budget,
      Nights nights,
      Nights limit,
      Actor by,
      Role as,
      Instant at,
      @Nullable Instant until,
      @Nullable String commandId,
      @Nullable String reason) {

    /** The budget has said yes. */
    public Hold granted() {
      return new Hold(id, budget, nights, limit, by, as, at, null, null, reason);
    }
  }

  /** Whether it is set aside and neither given nor declined. */
  public boolean pends() {
    return standing == Standing.RESERVED;
  }

  public Remedy with(@Nullable Hold other) {
    return new Remedy(
        number,
        grant,
        standing,
        by,
        as,
        askedAt,
        reason,
        route,
        approval,
        agreed,
        other,
        secondLook,
        restOf);
  }

  public Remedy asked(Approval other) {
    return new Remedy(
        number,
        grant,
        standing,
        by,
        as,
        askedAt,
        reason,
        route,
        other,
        agreed,
        hold,
        secondLook,
        restOf);
  }

  public Remedy agreed(List<Agreed> all) {
    return new Remedy(
        number,
        grant,
        standing,
        by,
        as,
        askedAt,
        reason,
        route,
        approval,
        all,
        hold,
        secondLook,
        restOf);
  }

  /** Nobody is waited for any more; what the budget holds for it stays if it was given. */
  public Remedy ended(Standing other) {
    return new Remedy(
        number,
        grant,
        other,
        by,
        as,
        askedAt,
        reason,
        route,
        approval,
        agreed,
        other == Standing.GIVEN && hold != null ? hold.granted() : null,
        secondLook,
        restOf);
  }
}
