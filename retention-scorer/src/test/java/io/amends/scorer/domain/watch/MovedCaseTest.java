package io.amends.scorer.domain.watch;

import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.failedAgain;
import static io.amends.scorer.Told.resolved;
import static io.amends.scorer.Told.stayed;
import static io.amends.scorer.Told.tier;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.PropertyId;
import io.amends.contracts.retention.GuestDefected.What;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.ProfileRules;
import io.amends.scorer.domain.score.Scorer;
import io.amends.scorer.domain.watch.GuestWatch.Watched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a case tells moves worklists; what time alone does to a guest is told too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MovedCaseTest {

  private static final GuestWatch WATCH =
      new GuestWatch(ProfileRules.DEFAULT, new Scorer(RiskPolicy.DEFAULT));

  private final List<Telling> told = new ArrayList<>();
  private WatchedGuest guest = WatchedGuest.NEW;

  @Test
  void an_open_case_says_what_waiting_costs_and_by_when() {
    hear(stayed(0, "S1"));
    complain();

    OpenCase open = told.getLast().openCases().getFirst();

    assertThat(open.caseId()).isEqualTo(new CaseId("C1"));
    assertThat(open.waiting().tier()).isEqualTo(CostTier.ON_THE_SPOT);
    assertThat(open.waiting().dearerAt()).isEqualTo(day(20).plusSeconds(30 * 60));
    assertThat(open.waiting().points()).isGreaterThan(0.01);
    assertThat(Objects.requireNonNull(open.waiting().cost()).minorUnits()).isGreaterThan(0);
  }

  @Test
  void where_the_guests_worth_is_unknown_the_points_are_told_all_the_same() {
    hear(stayed(0, "S1", null));
    complain();

    OpenCase open = told.getLast().openCases().getFirst();

    assertThat(open.waiting().cost()).isNull();
    assertThat(open.waiting().points()).isGreaterThan(0.01);
  }

  @Test
  void the_next_tier_is_told_though_it_may_move_the_risk_by_little() {
    hear(stayed(0, "S1"));
    complain();
    told.clear();

    hear(tier(20.03, "C1", CostTier.SAME_DAY));

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().openCases().getFirst().waiting().tier())
        .isEqualTo(CostTier.SAME_DAY);
  }

  @Test
  void made_good_it_is_open_no_more_and_reopened_it_is_again() {
    hear(stayed(0, "S1"));
    complain();

    hear(resolved(20.01, "C1"));
    assertThat(told.getLast().openCases()).isEmpty();
    double madeGood = told.getLast().score().noStay();

    hear(failedAgain(20.5, "C1"));
    assertThat(told.getLast().openCases()).hasSize(1);
    assertThat(told.getLast().score().noStay()).isGreaterThan(madeGood);
  }

  @Test
  void when_the_tier_passes_and_nothing_is_heard_the_guest_stands_worse_all_the_same() {
    hear(stayed(0, "S1"));
    complain();
    double onTheSpot = told.getLast().score().noStay();

    Scorer scorer = WATCH.scorer();
    double sameDay = scorer.score(guest.profile(), day(20.1), Priors.MODEL).noStay();
    double nextDay = scorer.score(guest.profile(), day(21.1), Priors.MODEL).noStay();

    assertThat(sameDay).isGreaterThan(onTheSpot + 0.005);
    assertThat(nextDay).isGreaterThan(sameDay + 0.005);
  }

  @Test
  void a_guest_who_books_again_has_no_open_case() {
    hear(stayed(0, "S1"));
    complain();

    hear(booked(22, "B2", 40, 2));

    assertThat(guest.memory().cases()).isEmpty();
  }

  @Test
  void who_is_silent_for_long_comes_to_count_as_lost_with_the_last_year_in_view() {
    hear(stayed(0, "S1"));
    hear(stayed(30, "S2"));
    complain();
    Telling lost = silence();

    assertThat(lost.defected()).isTrue();
    assertThat(guest.memory().lastYear().seen())
        .extracting(seen -> seen.what())
        .containsExactly(What.STAYED, What.COMPLAINED, What.STAYED);
  }

  @Test
  void who_was_lost_in_the_past_is_no_defection_of_today() {
    hear(stayed(0, "S1"));
    complain();
    take(
        WATCH.hear(guest, Heard.of(tier(900, "C1", CostTier.LATER), true), day(900), Priors.MODEL));

    assertThat(told.getLast().now().gone()).isTrue();
    assertThat(told).noneMatch(Telling::defected);
  }

  /** Wakes the watch until the guest counts as lost. */
  private Telling silence() {
    while (told.stream().noneMatch(one -> one.now().gone())) {
      take(WATCH.wake(guest, Objects.requireNonNull(guest.wakeAt()), Priors.MODEL));
    }
    return told.getLast();
  }

  private void complain() {
    hear(
        Heard.of(
            complained(20, "C1", Severity.CRITICAL),
            false,
            LastFailure.of(
                new PropertyId("SHA-BUND"),
                new CaseId("C1"),
                FailureType.OTHER_CORE_SERVICE_FAILURE,
                day(20),
                null)));
  }

  private void hear(GuestFact fact) {
    hear(Heard.of(fact, false));
  }

  private void hear(Heard heard) {
    Instant at = Objects.requireNonNull(heard.fact()).at();
    take(WATCH.hear(guest, heard, at, Priors.MODEL));
  }

  private void take(Watched watched) {
    guest = watched.after();
    watched.telling().ifPresent(told::add);
  }
}
