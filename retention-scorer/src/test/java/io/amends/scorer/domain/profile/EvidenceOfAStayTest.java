package io.amends.scorer.domain.profile;

import static io.amends.scorer.Told.answered;
import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.failed;
import static io.amends.scorer.Told.known;
import static io.amends.scorer.Told.resolved;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.evidence.SilentFailure;
import io.amends.scorer.domain.fact.GuestFact.LoyaltyChanged;
import io.amends.scorer.domain.fact.LoyaltyLevel;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.statistics.Statistics;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceOfAStayTest {

  @Test
  void what_happened_in_house_counts_for_the_decision_after_it() {
    Statistics guest = known(booked(0, "B1", 10, 2), failed(11, Severity.MAJOR), stayed(12, "B1"));

    assertThat(guest.episode().silent()).isNotNull();
  }

  @Test
  void a_new_booking_settles_it_and_begins_anew() {
    Statistics guest =
        known(
            booked(0, "B1", 10, 2),
            complained(11, "C1", Severity.MAJOR),
            stayed(12, "B1"),
            answered(14, 3),
            booked(20, "B2", 50, 1));

    assertThat(guest.episode()).isEqualTo(Episode.NOTHING_SEEN);
    assertThat(guest.relationship().earlierComplaints()).isEqualTo(1);
  }

  @Test
  void where_bookings_are_not_told_a_failure_belongs_to_the_stay_it_happened_on() {
    Statistics guest =
        known(
            stayed(0, null),
            failed(5, Severity.MINOR),
            failed(29.5, Severity.MAJOR),
            stayed(30, null));

    assertThat(guest.episode().silent())
        .isEqualTo(new SilentFailure(Severity.MAJOR, 1, day(29.5), day(29.5)));
    assertThat(known(stayed(0, null), failed(5, Severity.MINOR), stayed(30, null)).episode())
        .isEqualTo(Episode.NOTHING_SEEN);
  }

  @Test
  void a_late_resolution_scores_the_same_stay_again_and_twice_is_once() {
    Statistics open = known(stayed(0, null), complained(1, "C1", Severity.MINOR));
    Statistics once = StatisticsRules.fold(open, resolved(3, "C1", 4)).after();

    assertThat(once).isNotEqualTo(open);
    assertThat(StatisticsRules.fold(once, resolved(3, "C1", 4)).after()).isEqualTo(once);
    assertThat(once.clock()).isEqualTo(open.clock());
  }

  @Test
  void falling_in_level_for_not_coming_says_nothing_new_and_rising_does() {
    Statistics gold = known(at(0, LoyaltyLevel.GOLD), stayed(1, null));

    Statistics fallen = StatisticsRules.fold(gold, at(100, LoyaltyLevel.SILVER)).after();
    assertThat(fallen.relationship().level()).isEqualTo(LoyaltyLevel.SILVER);
    assertThat(fallen.relationship().atDecision()).isEqualTo(LoyaltyLevel.GOLD);
    Statistics risen = StatisticsRules.fold(gold, at(3, LoyaltyLevel.TOP)).after();
    assertThat(risen.relationship().atDecision()).isEqualTo(LoyaltyLevel.TOP);
  }

  private static LoyaltyChanged at(double day, LoyaltyLevel level) {
    return new LoyaltyChanged(day(day), level);
  }
}
