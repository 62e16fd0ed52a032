package io.amends.scorer.domain.watch;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.profile.Oddity;
import io.amends.scorer.domain.profile.ProfileRules;
import io.amends.scorer.domain.score.Crossings;
import io.amends.scorer.domain.score.Crossings.Crossing;
import io.amends.scorer.domain.score.Crossings.Standing;
import io.amends.scorer.domain.score.RiskScore;
import io.amends.scorer.domain.score.Scorer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * When the risk of a guest is told, and to whom it is an alert.
 *
 * <p>LastTold: first, when the guest stands in another band or counts as lost, and when the risk
 * has moved by a step of the policy. An alert: when the guest stands worse than was told last, by
 * the same model, and not by history. Silence alone can do that too: the moment is worked out on
 * each fact, and {@link #wake} is asked when it has come.
 */
public record GuestWatch(ProfileRules profiles, Scorer scorer) {

  private static final Standing WELL = new Standing(Band.NONE, false);

  /** What follows. */
  public record Watched(WatchedGuest after, Optional<Telling> telling, List<Oddity> oddities) {
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
    LastFailure failure = heard.failure() == null ? before.lastFailure() : heard.failure();
    GuestFact fact = heard.fact();
    if (fact == null) {
      WatchedGuest after =
          new WatchedGuest(before.profile(), before.told(), failure, before.wakeAt());
      return new Watched(after, Optional.empty(), List.of());
    }
    ProfileRules.Evolved evolved = profiles.evolve(before.profile(), fact, now);
    return look(
        new WatchedGuest(evolved.profile(), before.told(), failure, before.wakeAt()),
        heard.history(),
        now,
        model,
        evolved.oddities());
  }

  /** The moment has come at which the guest should stand elsewhere by silence alone. */
  public Watched wake(WatchedGuest before, Instant now, RiskModel model) {
    return look(before, false, now, model, List.of());
  }

  /** Where a guest stands by a score, from where the risk was told last. */
  public Standing standing(WatchedGuest guest, RiskScore score) {
    LastTold told = guest.told();
    return standing(told == null ? WELL : told.standing(), score);
  }

  private Watched look(
      WatchedGuest guest, boolean history, Instant now, RiskModel model, List<Oddity> oddities) {
    GuestProfile profile = guest.profile();
    Instant asOf = newest(profile, now);
    LastTold told = guest.told();
    Standing before = told == null ? WELL : told.standing();
    RiskScore score = scorer.score(profile, asOf, model);
    Standing after = standing(before, score);
    boolean same = told != null && told.model().equals(model.version());
    boolean worthTelling =
        told == null
            || !same
            || !after.equals(before)
            || scorer.policy().isWorthTelling(told.noStay(), score.noStay());
    LastTold tells = worthTelling ? new LastTold(after, score.noStay(), model.version()) : told;
    Optional<Crossing> next = new Crossings(scorer).next(profile, after, asOf, model);
    return new Watched(
        new WatchedGuest(
            profile, tells, guest.lastFailure(), next.map(GuestWatch::wakeAt).orElse(null)),
        worthTelling
            ? Optional.of(
                new Telling(score, before, after, same && !history && worse(before, after)))
            : Optional.empty(),
        oddities);
  }

  private Standing standing(Standing before, RiskScore score) {
    return new Standing(
        scorer.policy().band(before.band(), score.aboveExpectation()),
        scorer.policy().gone(before.gone(), score.gone()));
  }

  private static boolean worse(Standing before, Standing now) {
    return now.band().compareTo(before.band()) > 0 || (now.gone() && !before.gone());
  }

  /** A source's clock may be a little ahead of ours; what it told counts all the same. */
  private static Instant newest(GuestProfile profile, Instant now) {
    List<GuestFact> recent = profile.recent();
    return recent.isEmpty() || recent.getLast().at().isBefore(now) ? now : recent.getLast().at();
  }

  /** Whole seconds, not before the crossing. */
  private static Instant wakeAt(Crossing crossing) {
    return crossing.at().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
  }
}
