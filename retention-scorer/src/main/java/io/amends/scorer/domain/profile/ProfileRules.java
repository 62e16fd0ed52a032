package io.amends.scorer.domain.profile;

import io.amends.scorer.domain.fact.FactFormat;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.GuestFact.LoyaltyChanged;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a profile takes in what is heard, in whatever order it comes: facts that arrive within the
 * lateness bound of each other give the same profile.
 *
 * @param lateness how long a fact may be overtaken by younger ones
 */
public record ProfileRules(Duration lateness) {

  /** Two days: sources that send once a night, and a night that failed. */
  public static final ProfileRules DEFAULT = new ProfileRules(Duration.ofDays(2));

  /** Clocks of two machines may differ by this much. [ours] */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

  /** What became of a profile, and what was wrong with the facts that were folded into it. */
  public record Evolved(GuestProfile profile, List<Oddity> oddities) {
    public Evolved {
      oddities = List.copyOf(oddities);
    }
  }

  /**
   * Takes in one fact.
   *
   * @param heardAt when it reached us: nothing happens later than that
   */
  public Evolved evolve(GuestProfile profile, GuestFact fact, Instant heardAt) {
    if (fact.at().isAfter(heardAt.plus(CLOCK_TOLERANCE))) {
      Evolved evolved = evolve(profile, fact.movedTo(heardAt));
      List<Oddity> oddities = new ArrayList<>(evolved.oddities());
      oddities.add(Oddity.CLOCK_IN_THE_FUTURE);
      return new Evolved(evolved.profile(), oddities);
    }
    return evolve(profile, fact);
  }

  /** Takes in one fact whose time can be trusted, as in a history. */
  public Evolved evolve(GuestProfile profile, GuestFact heard) {
    GuestFact fact = heard.movedTo(heard.at().truncatedTo(ChronoUnit.SECONDS));
    if (fact.at().isBefore(profile.settledTo())) {
      Statistics after = StatisticsRules.foldLate(profile.settled(), fact, profile.settledTo());
      return new Evolved(
          new GuestProfile(after, profile.recent(), profile.settledTo()), List.of(Oddity.TOO_LATE));
    }
    int place = Collections.binarySearch(profile.recent(), fact, FactFormat.ORDER);
    if (place >= 0) {
      return new Evolved(profile, List.of(Oddity.REPEATED));
    }
    List<GuestFact> recent = new ArrayList<>(profile.recent());
    recent.add(-place - 1, fact);
    if (fact instanceof LoyaltyChanged) {
      leaveOutRepeats(recent);
    }
    return settle(profile, recent);
  }

  /** One profile of two that turn out to be one person's. */
  public static GuestProfile joined(GuestProfile one, GuestProfile other) {
    Instant settledTo =
        one.settledTo().isBefore(other.settledTo()) ? other.settledTo() : one.settledTo();
    TreeSet<GuestFact> young = new TreeSet<>(FactFormat.ORDER); // told under both ids: once
    Stream.of(one, other)
        .flatMap(profile -> profile.recent().stream())
        .filter(fact -> !fact.at().isBefore(settledTo))
        .forEach(young::add);
    Statistics settled =
        JoiningRules.joined(settledBefore(one, settledTo), settledBefore(other, settledTo));
    return new GuestProfile(settled, List.copyOf(young), settledTo);
  }

  private static Statistics settledBefore(GuestProfile profile, Instant settledTo) {
    Statistics settled = profile.settled();
    for (GuestFact fact : profile.recent()) {
      if (fact.at().isBefore(settledTo)) {
        settled = StatisticsRules.fold(settled, fact).after();
      }
    }
    return StatisticsRules.passedTo(settled, settledTo);
  }

  /**
   * Up to when all was told: a while before the last thing that happened. A tier says nothing about
   * that: master data of today come before the history of ten years.
   */
  private Instant settledBy(List<GuestFact> recent, Instant before) {
    for (GuestFact fact : recent.reversed()) {
      if (!(fact instanceof LoyaltyChanged)) {
        Instant bound = fact.at().minus(lateness);
        return bound.isBefore(before) ? before : bound;
      }
    }
    return before;
  }

  /**
   * Master data tell the same tier every night: the first and the last of such a row are enough.
   */
  private static void leaveOutRepeats(List<GuestFact> recent) {
    List<LoyaltyChanged> told =
        recent.stream()
            .filter(LoyaltyChanged.class::isInstance)
            .map(LoyaltyChanged.class::cast)
            .toList();
    for (int i = 1; i + 1 < told.size(); i++) {
      if (told.get(i - 1).level() == told.get(i).level()
          && told.get(i).level() == told.get(i + 1).level()) {
        recent.remove(told.get(i));
      }
    }
  }

  private Evolved settle(GuestProfile profile, List<GuestFact> recent) {
    Instant bound = settledBy(recent, profile.settledTo());
    List<Oddity> oddities = new ArrayList<>();
    Statistics settled = profile.settled();
    int done = 0;
    while (done < recent.size() && recent.get(done).at().isBefore(bound)) {
      Folded folded = StatisticsRules.fold(settled, recent.get(done));
      settled = folded.after();
      if (folded.oddity() != null) {
        oddities.add(folded.oddity());
      }
      done++;
    }
    List<GuestFact> young = List.copyOf(recent.subList(done, recent.size()));
    return new Evolved(new GuestProfile(settled, young, bound), oddities);
  }
}
