package io.amends.orchestrator.domain;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Remedy.Hold;
import io.amends.contracts.recovery.Remedy.Standing;
import io.amends.orchestrator.domain.money.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Somebody may, so it is given: it is booked, it has to reach the guest, and it may make good. */
final class Giving {

  private Giving() {}

  /** The next lines of the case's ledger. */
  static Ledger ledger(RecoveryCase state, Course.Open open, Asked asked) {
    return new Ledger(
        state.remedies().ledger(), open.facts().place(), open.policy(), asked.by(), asked.at());
  }

  /**
   * What happens when it is given. If fix and apology are done already, reaching the floor makes
   * good.
   *
   * @param asked who brings it about: the giver, or the last who had to agree
   */
  static List<RecoveryEvent> events(
      RecoveryCase state, Course.Open open, Remedy remedy, Asked asked) {
    boolean reserved = state.remedies().find(remedy.number()).isPresent();
    Remedy given = remedy.ended(Standing.GIVEN);
    List<RecoveryEvent> events = new ArrayList<>();
    events.add(
        new RemedyGranted(
            state.stampFor(asked),
            given,
            reaches(state, open, given, asked.at()),
            ledger(state, open, asked).commit(given, reserved, isCentre(given.as()))));
    Care care = state.care();
    Nights after = state.remedies().given().plus(given.grant().worth());
    if (care.has(Care.Step.DELAY_ENDED)
        && !care.has(Care.Step.MADE_GOOD)
        && MakingGood.isEnough(after, state, open)) {
      Nights cost = state.remedies().cost().plus(given.grant().cost());
      events.add(MakingGood.event(state, open, asked, asked.at(), cost, 1));
    }
    return events;
  }

  /** Who settles in the property's place. */
  private static boolean isCentre(Role role) {
    return role == Role.REGION || role == Role.HEAD_OFFICE;
  }

  /** From the moment at which it was asked of a budget, however long that took to answer. */
  private static @org.jspecify.annotations.Nullable Promise reaches(
      RecoveryCase state, Course.Open open, Remedy given, Instant at) {
    Hold hold = given.hold();
    return given.grant().worth().equals(Nights.ZERO)
        ? null
        : PromisePlan.of(state, open)
            .begin(Clock.REMEDY_REACHES_GUEST, hold == null ? at : hold.at())
            .map(promise -> Promise.of(promise.clock(), given.number(), promise.time()))
            .orElse(null);
  }
}
