package io.amends.scorer.domain.watch;

import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.resolved;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.PropertyId;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Signal;
import io.amends.scorer.domain.kernel.Heterogeneity;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.Recalibration;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.Oddity;
import io.amends.scorer.domain.profile.ProfileRules;
import io.amends.scorer.domain.score.Scorer;
import io.amends.scorer.domain.watch.GuestWatch.Watched;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestWatchTest {

  private static final GuestWatch WATCH =
      new GuestWatch(ProfileRules.DEFAULT, new Scorer(RiskPolicy.DEFAULT));
  private static final LastFailure COLD_ROOM =
      LastFailure.of(
          new PropertyId("SHA-BUND"),
          new CaseId("C1"),
          FailureType.OTHER_CORE_SERVICE_FAILURE,
          day(91),
          null);

  private final List<Telling> told = new ArrayList<>();
  private WatchedGuest guest = WatchedGuest.NEW;

  @Test
  void the_first_score_is_told_and_alerts_nobody() {
    hear(complained(0, "C1", Severity.CRITICAL));

    assertThat(told).singleElement().matches(telling -> !telling.alert());
  }

  @Test
  void a_regular_who_was_let_down_is_an_alert_at_once() {
    aRegular();

    hear(Heard.of(complained(91, "C1", Severity.MAJOR), false, COLD_ROOM));

    Telling alert = told.getLast();
    assertThat(alert.alert()).isTrue();
    assertThat(alert.before().band()).isEqualTo(Band.NONE);
    assertThat(alert.now().band()).isGreaterThan(Band.NONE);
    assertThat(guest.memory().lastFailure()).isEqualTo(COLD_ROOM);
  }

  @Test
  void made_good_quickly_the_guest_stands_better_and_nobody_is_alerted() {
    aRegular();
    hear(complained(91, "C1", Severity.MAJOR));
    double worst = told.getLast().score().noStay();

    hear(resolved(91.02, "C1"));

    assertThat(told.getLast().alert()).isFalse();
    assertThat(told.getLast().score().noStay()).isLessThan(worst);
  }

  @Test
  void history_alerts_nobody_however_bad() {
    aRegular();

    hear(Heard.of(complained(91, "C1", Severity.CRITICAL), true));

    assertThat(told.getLast().now().band()).isGreaterThan(Band.NONE);
    assertThat(told).noneMatch(Telling::alert);
  }

  @Test
  void another_model_alerts_nobody_and_is_told() {
    aRegular();
    hear(complained(91, "C1", Severity.MAJOR));
    told.clear();

    RiskModel other = Priors.MODEL.with(Recalibration.NONE, 0.6).named("fit-2");
    take(WATCH.rescore(guest, day(91.1), other));

    assertThat(told).singleElement().matches(telling -> !telling.alert());
    assertThat(told.getLast().score().model()).isEqualTo("fit-2");
  }

  @Test
  void nor_does_it_hide_what_happens_before_a_guest_was_scored_anew() {
    aRegular();

    RiskModel other = Priors.MODEL.named("fit-2");
    take(WATCH.hear(guest, Heard.of(complained(91, "C1", Severity.MAJOR), false), day(91), other));

    assertThat(told.getLast().alert()).isTrue();
    assertThat(told.getLast().score().model()).isEqualTo("fit-2");
  }

  @Test
  void who_comes_to_stand_worse_by_the_model_alone_alerts_nobody_at_the_next_event_either() {
    aRegular();
    RiskModel gloomy = Priors.MODEL.with(new Heterogeneity(1.0, 1.5, 3.0, 0.4), 0.3).named("fit-3");

    take(WATCH.hear(guest, Heard.of(signalled(300), false), day(300), gloomy));

    assertThat(told.getLast().now().gone()).isTrue();
    assertThat(told).noneMatch(Telling::alert);
  }

  @Test
  void what_moves_the_risk_by_less_than_a_step_is_not_told() {
    aRegular();
    int before = told.size();

    take(WATCH.wake(guest, day(90.001), Priors.MODEL));

    assertThat(told).hasSize(before);
  }

  @Test
  void unheard_a_complaint_worsens_in_silence_and_wakes_the_watch_by_itself() {
    aRegular();
    hear(complained(91, "C1", Severity.MAJOR));
    Band atFirst = told.getLast().now().band();

    take(WATCH.wake(guest, wakeAt(), Priors.MODEL));

    assertThat(told.getLast().alert()).isTrue();
    assertThat(told.getLast().now().band()).isGreaterThan(atFirst);
    assertThat(told.getLast().score().asOf()).isBefore(day(121));
  }

  @Test
  void a_wake_up_lies_ahead_in_whole_milliseconds() {
    aRegular();

    assertThat(wakeAt()).isAfter(day(90));
    assertThat(wakeAt()).isEqualTo(wakeAt().truncatedTo(ChronoUnit.MILLIS));
  }

  @Test
  void a_clock_a_little_ahead_of_ours_counts_at_once() {
    aRegular();

    take(
        WATCH.hear(
            guest,
            Heard.of(complained(91, "C1", Severity.MAJOR), false),
            day(91).minusSeconds(60),
            Priors.MODEL));

    assertThat(told.getLast().now().band()).isGreaterThan(Band.NONE);
    assertThat(told.getLast().score().asOf()).isEqualTo(day(91));
  }

  @Test
  void what_was_odd_is_said() {
    hear(stayed(0, "S1"));

    Watched again = WATCH.hear(guest, Heard.of(stayed(0, "S1"), false), day(0), Priors.MODEL);

    assertThat(again.oddities()).containsExactly(Oddity.REPEATED);
  }

  @Test
  void a_failure_without_a_fact_is_remembered_and_not_scored() {
    Watched watched = WATCH.hear(guest, Heard.of(null, false, COLD_ROOM), day(0), Priors.MODEL);

    assertThat(watched.after().memory().lastFailure()).isEqualTo(COLD_ROOM);
    assertThat(watched.telling()).isEmpty();
  }

  private static GuestFact signalled(double day) {
    return new GuestFact.Signalled(day(day), Signal.MESSAGE_OPENED);
  }

  private void aRegular() {
    for (int day = 0; day <= 90; day += 30) {
      hear(stayed(day, "S" + day));
    }
    assertThat(told).noneMatch(Telling::alert);
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

  private Instant wakeAt() {
    return Objects.requireNonNull(guest.wakeAt());
  }
}
