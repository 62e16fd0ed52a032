package io.amends.orchestrator.domain;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.AlertStep.Cause;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CasePolicy.Rung;
import io.amends.contracts.recovery.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is to be alerted when, worked out from what the case has pinned. */
final class LadderPlan {

  private LadderPlan() {}

  /** In house, as long as nobody acknowledges; else who owns it hears when the office opens. */
  static List<AlertStep> nobodyHasAcknowledged(Course.Open open) {
    Instant since = open.now().since();
    if (open.now().inHouse()) {
      return steps(
          open,
          open.handling().nobodyHasAcknowledged(),
          Cause.NOBODY_HAS_ACKNOWLEDGED,
          null,
          since,
          Role.FRONT_LINE);
    }
    Instant opening =
        PromisePlan.officeHours(open.facts().place(), open.policy()).nextOpening(since);
    Role owner = raised(open, open.handling().ownerWhenDeparted());
    return List.of(AlertStep.of(Cause.OWNER_NAMED, null, owner, since, opening));
  }

  /** Counted from the hour at which a promise broke; the owner is the one of that hour. */
  static List<AlertStep> broken(Course.Open open, Clock clock, Instant at, Role owner) {
    List<AlertStep> steps = steps(open, rungs(open, clock), Cause.PROMISE_BROKEN, clock, at, owner);
    takesOver(open, clock, at, owner).ifPresent(steps::add);
    return steps;
  }

  /** After the stay the centre owns what is still not fixed; it is told when its office opens. */
  private static Optional<AlertStep> takesOver(
      Course.Open open, Clock clock, Instant at, Role owner) {
    Role centre = open.handling().centre();
    return clock != Clock.FIX
            || open.now().inHouse()
            || centre == null
            || centre.compareTo(owner) <= 0
        ? Optional.empty()
        : Optional.of(
            AlertStep.of(
                Cause.OWNER_NAMED,
                null,
                centre,
                at,
                PromisePlan.officeHours(open.facts().place(), open.policy()).nextOpening(at)));
  }

  private static List<Rung> rungs(Course.Open open, Clock clock) {
    boolean here = open.now().inHouse();
    return switch (clock) {
      case ACKNOWLEDGE -> here ? List.of() : open.handling().departedIsLate();
      case FIX, BEFORE_DEPARTURE ->
          here ? open.handling().fixIsLate() : open.handling().departedIsLate();
      case APOLOGISE,
          NEXT_UPDATE,
          DEPARTMENT_ACCEPTS,
          FIRST_PUBLIC_ANSWER,
          AUTHORITY_ANSWER,
          REMEDY_REACHES_GUEST ->
          open.handling().otherIsLate();
      // of an approval that nobody gives, the next who may is asked instead
      case APPROVAL, CHECK_BACK, FOLLOW_UP, FOLLOW_UP_ANSWER, PUBLIC_UNANSWERED -> List.of();
    };
  }

  /** One person hears of it at once. */
  static AlertStep one(Course.Open open, Cause cause, Role role, Instant at) {
    return spared(open, AlertStep.of(cause, null, role, at, at));
  }

  private static List<AlertStep> steps(
      Course.Open open,
      List<Rung> rungs,
      Cause cause,
      @Nullable Clock clock,
      Instant since,
      Role owner) {
    List<AlertStep> steps = new ArrayList<>();
    Set<Role> named = EnumSet.noneOf(Role.class);
    for (Rung rung : rungs) {
      Role role = raised(open, rung.ownerInstead() ? owner : rung.role());
      if (rung.ownerInstead() || named.add(role)) {
        steps.add(spared(open, AlertStep.of(cause, clock, role, since, since.plus(rung.after()))));
      }
    }
    return steps;
  }

  /** After a double deviation everything is told one level higher. */
  private static Role raised(Course.Open open, Role role) {
    return open.now().failedTwice() ? oneUp(role) : role;
  }

  static Role oneUp(Role role) {
    return switch (role) {
      case FRONT_LINE -> Role.SUPERVISOR;
      case SUPERVISOR, SECURITY -> Role.DUTY_MANAGER;
      case DUTY_MANAGER -> Role.GENERAL_MANAGER;
      case GENERAL_MANAGER -> Role.REGION;
      case REGION, HEAD_OFFICE, OPERATIONS, INTEGRATOR, SYSTEM -> Role.HEAD_OFFICE;
    };
  }

  /** What is minor wakes nobody but the front line, which is up anyway. */
  private static AlertStep spared(Course.Open open, AlertStep step) {
    if (!open.handling().spareTheNight() || step.role() == Role.FRONT_LINE) {
      return step;
    }
    Instant morning = morning(open, step.at());
    return new AlertStep(
        step.cause(), step.clock(), step.role(), step.since(), morning, step.held());
  }

  static boolean isNight(Course.Open open, Instant at) {
    return !morning(open, at).equals(at);
  }

  /** The end of the night in which it falls; itself by day. */
  private static Instant morning(Course.Open open, Instant at) {
    CasePolicy.Office office = open.policy().office();
    LocalDateTime local = open.facts().place().zone().wallClock(at);
    LocalTime time = local.toLocalTime();
    boolean late = !time.isBefore(office.nightFrom());
    boolean early = time.isBefore(office.nightTo());
    if (!late && !early) {
      return at;
    }
    LocalDateTime end = local.toLocalDate().plusDays(late ? 1 : 0).atTime(office.nightTo());
    return open.facts().place().zone().firstAt(end);
  }
}
