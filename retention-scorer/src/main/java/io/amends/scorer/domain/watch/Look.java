package io.amends.scorer.domain.watch;

import io.amends.contracts.CaseId;
import io.amends.contracts.retention.StayAlert.Occasion;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.profile.Oddity;
import io.amends.scorer.domain.score.Crossings;
import io.amends.scorer.domain.score.Crossings.Crossing;
import io.amends.scorer.domain.score.Crossings.Standing;
import io.amends.scorer.domain.score.RiskScore;
import io.amends.scorer.domain.score.Scorer;
import io.amends.scorer.domain.score.Scorer.Risk;
import io.amends.scorer.domain.score.Urgency;
import io.amends.scorer.domain.statistics.Statistics;
import io.amends.scorer.domain.watch.GuestWatch.Watched;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One look at a guest, at a moment and by a model.
 *
 * <p>Where another model was in use when the risk was told last, the guest is first put where this
 * one would have had them: so a new model alerts nobody, and hides nothing that happens meanwhile.
 */
record Look(Scorer scorer, Instant now, RiskModel model) {

  static final Standing WELL = new Standing(Band.NONE, false);

  /**
   * Why one looks.
   *
   * @param fact what was heard; null if nothing was
   * @param joined whether another history was joined to the guest's
   */
  record Why(@Nullable GuestFact fact, boolean history, boolean joined) {

    /** What moves a case moves worklists, however little it moves the risk. */
    private boolean isOfCase() {
      return fact instanceof GuestFact.ComplaintMade
          || fact instanceof GuestFact.TierEntered
          || fact instanceof GuestFact.RecoveryFailed
          || fact instanceof GuestFact.ComplaintResolved
          || fact instanceof GuestFact.ComplaintMerged;
    }
  }

  Watched at(WatchedGuest before, WatchedGuest guest, Why why, List<Oddity> oddities) {
    GuestProfile profile = guest.profile();
    Instant asOf = newest(profile);
    Statistics known = profile.at(asOf);
    LastTold told = guest.told();
    Standing from = stoodAt(before, asOf);
    Risk risk = scorer.risk(known, asOf, model);
    Standing to = standing(scorer.policy(), from, risk);
    Optional<Occasion> occasion = occasion(before, guest.memory(), known, asOf, to, why);
    Memory memory = remembered(guest.memory(), known, occasion.orElse(null), asOf, why);
    boolean worthTelling =
        isWorthTelling(told, to, risk, known)
            || why.isOfCase()
            || (why.joined() && (told != null || known.hasCome()));
    LastTold tells = worthTelling ? new LastTold(to, risk.noStay(), model.version()) : told;
    boolean alert = told != null && !why.history() && isWorse(from, to);
    WatchedGuest after = new WatchedGuest(profile, tells, memory, wakeAt(known, memory, to, asOf));
    LastFailure failure = guest.memory().lastFailure();
    if (!worthTelling && occasion.isEmpty()) {
      return new Watched(after, Optional.empty(), Optional.empty(), oddities);
    }
    RiskScore score = scorer.score(known, asOf, model); // its reasons cost ten times the figures
    return new Watched(
        after,
        worthTelling
            ? Optional.of(new Telling(score, from, to, openCases(memory, known, asOf), alert))
            : Optional.empty(),
        failure == null
            ? Optional.empty()
            : occasion.map(which -> new StayNotice(which, score, to, failure)),
        oddities);
  }

  List<OpenCase> openCases(Memory memory, Statistics known, Instant asOf) {
    Urgency urgency = new Urgency(scorer.policy().value());
    List<OpenCase> open = new ArrayList<>();
    for (CaseId id : memory.cases()) {
      Memory.openAt(known.episode(), id, asOf)
          .map(complaint -> new OpenCase(id, urgency.ofWaiting(known, complaint, asOf, model)))
          .ifPresent(open::add);
    }
    return open;
  }

  static Standing standing(RiskPolicy policy, Standing before, Risk risk) {
    return new Standing(
        policy.band(before.band(), risk.aboveExpectation()),
        policy.gone(before.gone(), risk.gone()));
  }

  /** Who never came is no guest yet, and has no risk to be told. */
  private boolean isWorthTelling(
      @Nullable LastTold told, Standing to, Risk risk, Statistics known) {
    if (told == null) {
      return known.hasCome();
    }
    return !told.model().equals(model.version())
        || !told.standing().equals(to)
        || scorer.policy().isWorthTelling(told.noStay(), risk.noStay());
  }

  /** Where the guest stood before this, by the model that is in use now. */
  private Standing stoodAt(WatchedGuest before, Instant asOf) {
    LastTold told = before.told();
    if (told == null || told.model().equals(model.version())) {
      return told == null ? WELL : told.standing();
    }
    Risk anew = scorer.risk(before.profile().at(asOf), asOf, model);
    return standing(scorer.policy(), told.standing(), anew);
  }

  /** Whether a guest who was let down is within reach. */
  private Optional<Occasion> occasion(
      WatchedGuest before,
      Memory memory,
      Statistics known,
      Instant asOf,
      Standing standing,
      Why why) {
    LastFailure failure = memory.lastFailure();
    if (why.history() || failure == null) {
      return Optional.empty();
    }
    GuestFact fact = why.fact();
    return fact == null
        ? reach()
            .departureLook(known, failure)
            .filter(at -> !asOf.isBefore(at) && WithinReach.isUnsettled(known, standing, asOf))
            .map(_ -> Occasion.DEPARTURE)
        : reach().atArrival(before.profile(), asOf, failure, fact).map(_ -> Occasion.ARRIVAL);
  }

  private static Memory remembered(
      Memory memory, Statistics known, @Nullable Occasion occasion, Instant asOf, Why why) {
    Memory about = memory.about(known.episode());
    LastFailure failure = WithinReach.moved(known, memory.lastFailure(), why.fact());
    return failure == null ? about : about.with(WithinReach.afterTelling(failure, occasion, asOf));
  }

  private @Nullable Instant wakeAt(
      Statistics known, Memory memory, Standing standing, Instant asOf) {
    Instant crossing =
        new Crossings(scorer)
            .next(known, standing, asOf, model)
            .map(Look::wholeSecondsAfter)
            .orElse(null);
    Instant departure =
        reach().departureLook(known, memory.lastFailure()).filter(asOf::isBefore).orElse(null);
    return departure == null || (crossing != null && crossing.isBefore(departure))
        ? crossing
        : departure;
  }

  private WithinReach reach() {
    return new WithinReach(scorer.policy().reach());
  }

  static boolean isWorse(Standing before, Standing now) {
    return now.band().compareTo(before.band()) > 0 || (now.gone() && !before.gone());
  }

  /** A source's clock may be a little ahead of ours; what it told counts all the same. */
  private Instant newest(GuestProfile profile) {
    List<GuestFact> recent = profile.recent();
    return recent.isEmpty() || recent.getLast().at().isBefore(now) ? now : recent.getLast().at();
  }

  private static Instant wholeSecondsAfter(Crossing crossing) {
    return crossing.at().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
  }
}
