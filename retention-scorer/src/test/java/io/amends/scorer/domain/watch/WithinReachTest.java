package io.amends.scorer.domain.watch;

import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.checkedIn;
import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.date;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.resolved;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.PropertyId;
import io.amends.contracts.retention.StayAlert.Occasion;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.policy.RiskPolicy.Reach;
import io.amends.scorer.domain.profile.ProfileRules;
import io.amends.scorer.domain.score.Scorer;
import io.amends.scorer.domain.watch.GuestWatch.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WithinReachTest {

  private GuestWatch watch = by(Reach.DEFAULT);
  private final List<StayNotice> notices = new ArrayList<>();
  private WatchedGuest guest = WatchedGuest.NEW;

  @Test
  void a_guest_who_was_let_down_last_time_is_told_of_on_arrival_and_once() {
    letDown(10, false, null);
    hear(stayed(12, "B1"));
    hear(booked(60, "B2", 80, 2));

    hear(checkedIn(80, "B2"));
    hear(checkedIn(80.1, "B2"));

    assertThat(notices).singleElement().matches(one -> one.occasion() == Occasion.ARRIVAL);
    assertThat(notices.getFirst().failure().caseId()).isEqualTo(new CaseId("C1"));
  }

  @Test
  void arriving_on_the_stay_on_which_it_went_wrong_is_no_news() {
    hear(booked(0, "B1", 10, 3));
    letDown(10.2, false, null);

    hear(checkedIn(10.3, "B1"));

    assertThat(notices).isEmpty();
  }

  @Test
  void what_was_a_year_ago_is_forgotten() {
    letDown(10, false, null);
    hear(stayed(12, "B1"));

    hear(checkedIn(380, "B2"));

    assertThat(notices).isEmpty();
  }

  @Test
  void for_how_long_it_is_remembered_is_the_chains_to_say() {
    watch = by(new Reach(Duration.ofDays(30), true));
    letDown(10, false, null);
    hear(stayed(12, "B1"));

    hear(checkedIn(41, "B2"));

    assertThat(notices).isEmpty();
  }

  @Test
  void a_chain_that_wants_none_is_told_of_nobody_who_leaves() {
    watch = by(new Reach(Duration.ofDays(365), false));
    letDown(10, false, day(12));

    wakeUntil(day(13));

    assertThat(notices).isEmpty();
  }

  @Test
  void a_failure_of_the_past_is_remembered_and_a_check_in_of_the_past_is_not_told() {
    letDown(10, true, null);
    hear(Heard.of(stayed(12, "B1"), true));
    hear(Heard.of(checkedIn(40, "B2"), true));
    hear(Heard.of(stayed(42, "B2"), true));
    assertThat(notices).isEmpty();

    hear(checkedIn(80, "B3"));

    assertThat(notices).hasSize(1);
  }

  @Test
  void before_leaving_it_is_told_while_it_is_not_made_good() {
    letDown(10, false, day(12));

    wake();

    assertThat(notices).singleElement().matches(one -> one.occasion() == Occasion.DEPARTURE);
    assertThat(notices.getFirst().score().asOf()).isEqualTo(day(12).minusSeconds(4 * 3_600));
    wakeUntil(day(13));
    assertThat(notices).hasSize(1);
  }

  @Test
  void made_good_in_time_nobody_is_told() {
    hear(stayed(0, "S0"));
    letDown(10, false, day(12));
    hear(resolved(10.01, "C1", 5));

    wakeUntil(day(13));

    assertThat(notices).isEmpty();
  }

  @Test
  void who_has_left_early_is_out_of_reach() {
    letDown(10, false, day(12));
    hear(stayed(11, "B1"));

    wakeUntil(day(13));

    assertThat(notices).isEmpty();
  }

  @Test
  void a_stay_that_is_longer_moves_the_moment() {
    hear(booked(5, "B1", 9, 3));
    hear(checkedIn(9, "B1"));
    letDown(10, false, day(12));
    hear(new GuestFact.StayChanged(day(11), null, date(14)));

    wakeUntil(day(13));
    assertThat(notices).isEmpty();
    wakeUntil(day(14));
    assertThat(notices).hasSize(1);
  }

  private void letDown(double when, boolean history, @Nullable Instant leavesAt) {
    hear(
        Heard.of(
            complained(when, "C1", Severity.MAJOR),
            history,
            LastFailure.of(
                new PropertyId("SHA-BUND"),
                new CaseId("C1"),
                FailureType.OTHER_CORE_SERVICE_FAILURE,
                day(when),
                leavesAt)));
  }

  private void hear(GuestFact fact) {
    hear(Heard.of(fact, false));
  }

  private void hear(Heard heard) {
    Instant at = Objects.requireNonNull(heard.fact()).at();
    take(watch.hear(guest, heard, at, Priors.MODEL));
  }

  private void wakeUntil(Instant end) {
    for (Instant next = guest.wakeAt(); next != null && !next.isAfter(end); next = guest.wakeAt()) {
      take(watch.wake(guest, next, Priors.MODEL));
    }
  }

  /** Wakes as often as it takes until there is something to say. */
  private void wake() {
    while (notices.isEmpty()) {
      take(watch.wake(guest, Objects.requireNonNull(guest.wakeAt()), Priors.MODEL));
    }
  }

  private void take(Watched watched) {
    guest = watched.after();
    watched.notice().ifPresent(notices::add);
  }

  private static GuestWatch by(Reach reach) {
    RiskPolicy shipped = RiskPolicy.DEFAULT;
    RiskPolicy policy =
        new RiskPolicy(
            shipped.watchFrom(),
            shipped.elevatedFrom(),
            shipped.highFrom(),
            shipped.goneFrom(),
            shipped.hysteresis(),
            shipped.publishOnMoveOf(),
            shipped.maxStep(),
            shipped.value(),
            reach);
    return new GuestWatch(ProfileRules.DEFAULT, new Scorer(policy));
  }
}
