package io.amends.scorer.domain.watch;

import io.amends.contracts.CaseId;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.profile.Oddity;
import io.amends.scorer.domain.profile.ProfileRules;
import io.amends.scorer.domain.score.Crossings.Standing;
import io.amends.scorer.domain.score.RiskScore;
import io.amends.scorer.domain.score.Scorer;
import io.amends.scorer.domain.watch.Look.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the risk of a guest is told, and to whom it is an alert.
 *
 * <p>Told: first, when the guest stands in another band or counts as lost, when the risk has moved
 * by a step of the policy, and when a case has moved. An alert: when the guest stands worse than
 * was told last, and not by history. Silence alone can move a guest too: the moment is worked out
 * on each fact, and {@link #wake} is asked when it has come.
 */
public record GuestWatch(ProfileRules profiles, Scorer scorer) {

  /**
   * What follows.
   *
   * @param notice that a guest who was let down is within reach
   */
  public record Watched(
      WatchedGuest after,
      Optional<Telling> telling,
      Optional<StayNotice> notice,
      List<Oddity> oddities) {
    public Watched {
      oddities = List.copyOf(oddities);
    }
  }

  /**
   * Something was heard.
   *
   * @param now when it reached us, hotel time
   */
  public Watched hear(WatchedGuest before, Heard heard, Instant now, RiskModel model) {
    Memory memory = before.memory().and(heard);
    GuestFact fact = heard.fact();
    if (fact == null) {
      WatchedGuest after =
          new WatchedGuest(before.profile(), before.told(), memory, before.wakeAt());
      return new Watched(after, Optional.empty(), Optional.empty(), heard.oddities());
    }
    ProfileRules.Evolved evolved = profiles.evolve(before.profile(), fact, now);
    if (!evolved.oddities().contains(Oddity.REPEATED)) {
      memory = memory.with(memory.lastYear().and(fact));
    }
    WatchedGuest guest =
        new WatchedGuest(evolved.profile(), before.told(), memory, before.wakeAt());
    return new Look(scorer, now, model)
        .at(before, guest, new Why(fact, heard.history(), false), all(heard, evolved));
  }

  private static List<Oddity> all(Heard heard, ProfileRules.Evolved evolved) {
    if (heard.oddities().isEmpty()) {
      return evolved.oddities();
    }
    List<Oddity> all = new ArrayList<>(heard.oddities());
    all.addAll(evolved.oddities());
    return all;
  }

  /** The moment has come at which the guest should stand elsewhere by silence alone. */
  public Watched wake(WatchedGuest before, Instant now, RiskModel model) {
    return new Look(scorer, now, model).at(before, before, new Why(null, false, false), List.of());
  }

  /** Another model is in use: the guest is scored anew, and nobody is alerted. */
  public Watched rescore(WatchedGuest before, Instant now, RiskModel model) {
    return new Look(scorer, now, model).at(before, before, new Why(null, true, false), List.of());
  }

  /**
   * Another id turns out to be this guest: one risk over both histories, told anew. It is an alert
   * only if the guest stands worse than was told under either id.
   *
   * @param before what is kept under the id that is
   * @param other what was kept under the id that was
   */
  public Watched join(WatchedGuest before, WatchedGuest other, Instant now, RiskModel model) {
    WatchedGuest told =
        new WatchedGuest(
            before.profile(), worse(before.told(), other.told()), before.memory(), before.wakeAt());
    WatchedGuest joined =
        new WatchedGuest(
            ProfileRules.joined(before.profile(), other.profile()),
            told.told(),
            before.memory().joined(other.memory()),
            before.wakeAt());
    return new Look(scorer, now, model).at(told, joined, new Why(null, false, true), List.of());
  }

  private static @Nullable LastTold worse(@Nullable LastTold one, @Nullable LastTold other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Look.isWorse(one.standing(), other.standing()) ? other : one;
  }

  /** Where a guest stands by a score, from where the risk was told last. */
  public Standing standing(WatchedGuest guest, RiskScore score) {
    LastTold told = guest.told();
    return Look.standing(scorer.policy(), told == null ? Look.WELL : told.standing(), score.risk());
  }

  /** What waiting costs in each case of a guest that is not made good. */
  public List<OpenCase> openCases(WatchedGuest guest, Instant asOf, RiskModel model) {
    return guest.memory().cases().isEmpty()
        ? List.of()
        : new Look(scorer, asOf, model).openCases(guest.memory(), guest.profile().at(asOf), asOf);
  }

  /** The case that a complaint opened, unless it is the past. */
  static Optional<CaseId> openedBy(Heard heard) {
    LastFailure failure = heard.failure();
    return failure == null || heard.history() || !(heard.fact() instanceof GuestFact.ComplaintMade)
        ? Optional.empty()
        : Optional.ofNullable(failure.caseId());
  }
}
