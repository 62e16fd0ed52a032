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
import io.amends.scorer.domain.score.Urgency;
import io.amends.scorer.domain.statistics.Statistics;
import io.amends.scorer.domain.watch.GuestWatch.Watched;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
   */
  record Why(@Nullable GuestFact fact, boolean history) {

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
    LastTold told = guest.told();
    Standing from = stoodAt(before, asOf);
    RiskScore score = scorer.score(profile, asOf, model);
    Standing to = standing(scorer.policy(), from, score);
    Statistics known = profile.at(asOf);
    Optional<StayNotice> notice = notice(before, guest.memory(), known, score, to, why);
    Memory memory = remembered(guest.memory(), known, notice, asOf, why);
    boolean worthTelling = isWorthTelling(told, to, score) || why.isOfCase();
    LastTold tells = worthTelling ? new LastTold(to, score.noStay(), model.version()) : told;
    boolean alert = told != null && !why.history() && isWorse(from, to);
    return new Watched(
        new WatchedGuest(profile, tells, memory, wakeAt(profile, known, memory, to, asOf)),
        worthTelling
            ? Optional.of(new Telling(score, from, to, openCases(memory, known, asOf), alert))
            : Optional.empty(),
        notice,
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

  static Standing standing(RiskPolicy policy, Standing before, RiskScore score) {
    return new Standing(
        policy.band(before.band(), score.aboveExpectation()),
        policy.gone(before.gone(), score.gone()));
  }

  private boolean isWorthTelling(@Nullable LastTold told, Standing to, RiskScore score) {
    return told == null
        || !told.model().equals(model.version())
        || !told.standing().equals(to)
        || scorer.policy().isWorthTelling(told.noStay(), score.noStay());
  }

  /** Where the guest stood before this, by the model that is in use now. */
  private Standing stoodAt(WatchedGuest before, Instant asOf) {
    LastTold told = before.told();
    if (told == null || told.model().equals(model.version())) {
      return told == null ? WELL : told.standing();
    }
    RiskScore anew = scorer.score(before.profile(), asOf, model);
    return standing(scorer.policy(), told.standing(), anew);
  }

  private static Optional<StayNotice> notice(
      WatchedGuest before,
      Memory memory,
      Statistics known,
      RiskScore score,
      Standing standing,
      Why why) {
    LastFailure failure = memory.lastFailure();
    if (why.history() || failure == null) {
      return Optional.empty();
    }
    Instant asOf = score.asOf();
    GuestFact fact = why.fact();
    return fact == null
        ? WithinReach.departureLook(known, failure)
            .filter(at -> !asOf.isBefore(at) && WithinReach.isUnsettled(known, standing, asOf))
            .map(_ -> new StayNotice(Occasion.DEPARTURE, score, standing, failure))
        : WithinReach.atArrival(before.profile().at(asOf), failure, fact)
            .map(letDown -> new StayNotice(Occasion.ARRIVAL, score, standing, letDown));
  }

  private static Memory remembered(
      Memory memory, Statistics known, Optional<StayNotice> notice, Instant asOf, Why why) {
    Memory about = memory.about(known.episode());
    LastFailure failure = WithinReach.moved(known, memory.lastFailure(), why.fact());
    return failure == null
        ? about
        : about.with(
            WithinReach.afterTelling(failure, notice.map(StayNotice::occasion).orElse(null), asOf));
  }

  private @Nullable Instant wakeAt(
      GuestProfile profile, Statistics known, Memory memory, Standing standing, Instant asOf) {
    Optional<Instant> crossing =
        new Crossings(scorer).next(profile, standing, asOf, model).map(Look::wholeSecondsAfter);
    Optional<Instant> departure =
        WithinReach.departureLook(known, memory.lastFailure()).filter(asOf::isBefore);
    return Stream.concat(crossing.stream(), departure.stream())
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static boolean isWorse(Standing before, Standing now) {
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
