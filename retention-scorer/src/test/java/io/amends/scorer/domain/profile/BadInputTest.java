package io.amends.scorer.domain.profile;

import static io.amends.scorer.Told.CNY;
import static io.amends.scorer.Told.START;
import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.cancelled;
import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.date;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.known;
import static io.amends.scorer.Told.profile;
import static io.amends.scorer.Told.resolved;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amends.contracts.Money;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.profile.ProfileRules.Evolved;
import io.amends.scorer.domain.statistics.Statistics;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What should not come in but does: each has its treatment, and each is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest {

  private static final Statistics STAYED = known(booked(0, "B1", 10, 2), stayed(12, "B1"));

  @Test
  void a_booking_that_comes_after_its_stay_changes_nothing() {
    Statistics guest = known(stayed(12, "B1"));

    assertThat(StatisticsRules.fold(guest, booked(13, "B1", 10, 2)))
        .isEqualTo(new Folded(guest, Oddity.STAY_BEFORE_ITS_BOOKING));
  }

  @Test
  void an_arrival_before_the_booking_is_taken_as_the_day_of_booking() {
    Folded folded = StatisticsRules.fold(Statistics.NOTHING_KNOWN, booked(10, "B1", 3, 2));

    assertThat(folded.oddity()).isEqualTo(Oddity.ARRIVAL_BEFORE_BOOKING);
    assertThat(folded.after().open().getFirst().arrival()).isEqualTo(date(10));
  }

  @Test
  void a_negative_spend_is_unknown_and_the_stay_counts() {
    Folded folded = StatisticsRules.fold(STAYED, stayed(40, "B2", new Money(-5_000, CNY)));

    assertThat(folded.oddity()).isEqualTo(Oddity.NEGATIVE_SPEND);
    assertThat(folded.after().spending().stays()).isEqualTo(2);
    assertThat(folded.after().spending().meanMinorUnits()).isEqualTo(100_000);
  }

  @Test
  void an_unknown_amount_or_another_currency_is_unknown_and_not_zero() {
    Money dollars = new Money(7_000, Currency.getInstance("USD"));

    assertThat(known(stayed(0, "S1", null)).spending().meanMinorUnits()).isNull();
    Statistics mixed = known(stayed(0, "S1"), stayed(20, "S2", dollars), stayed(40, "S3", null));
    assertThat(mixed.spending().meanMinorUnits()).isEqualTo(100_000);
    assertThat(mixed.spending().stays()).isEqualTo(3);
  }

  @Test
  void what_nobody_booked_cannot_be_cancelled() {
    assertThat(StatisticsRules.fold(STAYED, cancelled(20, "B9")))
        .isEqualTo(new Folded(STAYED, Oddity.UNKNOWN_BOOKING));
  }

  @Test
  void what_nobody_complained_about_cannot_be_resolved() {
    assertThat(StatisticsRules.fold(STAYED, resolved(20, "C9")))
        .isEqualTo(new Folded(STAYED, Oddity.UNKNOWN_COMPLAINT));
  }

  @Test
  void a_fourth_open_booking_is_left_out() {
    Statistics three =
        known(booked(0, "B1", 10, 1), booked(0, "B2", 20, 1), booked(0, "B3", 30, 1));

    assertThat(StatisticsRules.fold(three, booked(1, "B4", 40, 1)))
        .isEqualTo(new Folded(three, Oddity.TOO_MANY_BOOKINGS));
  }

  @Test
  void the_same_again_changes_nothing() {
    GuestProfile once = profile(booked(0, "B1", 10, 2));

    assertThat(ProfileRules.DEFAULT.evolve(once, booked(0, "B1", 10, 2)))
        .isEqualTo(new Evolved(once, List.of(Oddity.REPEATED)));
    assertThat(StatisticsRules.fold(STAYED, stayed(30, "B1")))
        .isEqualTo(new Folded(STAYED, Oddity.REPEATED));
  }

  @Test
  void a_clock_in_the_future_is_taken_as_of_when_it_was_heard() {
    GuestFact ahead = complained(40, "C1", Severity.MINOR);

    Evolved evolved = ProfileRules.DEFAULT.evolve(profile(stayed(0, "S1")), ahead, day(1));

    assertThat(evolved.oddities()).containsExactly(Oddity.CLOCK_IN_THE_FUTURE);
    assertThat(evolved.profile().recent()).contains(complained(1, "C1", Severity.MINOR));
    assertThat(
            ProfileRules.DEFAULT.evolve(evolved.profile(), stayed(1.005, "S2"), day(1)).oddities())
        .isEmpty();
  }

  @Test
  void a_stay_from_before_all_that_is_known_lengthens_the_relationship() {
    GuestProfile known = profile(stayed(100, "S2"), stayed(130, "S3"), stayed(200, "S4"));

    Evolved evolved = ProfileRules.DEFAULT.evolve(known, stayed(40, "S1"));

    assertThat(evolved.oddities()).containsExactly(Oddity.TOO_LATE);
    Statistics inOrder =
        profile(stayed(40, "S1"), stayed(100, "S2"), stayed(130, "S3"), stayed(200, "S4"))
            .at(day(201));
    assertThat(evolved.profile().at(day(201))).isEqualTo(inOrder);
  }

  @Test
  void what_was_seen_long_ago_counts_with_its_own_time() {
    GuestProfile known =
        profile(
            stayed(0, "S1"),
            complained(1, "C1", Severity.MAJOR),
            complained(9, "C2", Severity.MINOR));

    Statistics late = ProfileRules.DEFAULT.evolve(known, resolved(2, "C1")).profile().at(day(10));
    Statistics inOrder =
        profile(
                stayed(0, "S1"),
                complained(1, "C1", Severity.MAJOR),
                resolved(2, "C1"),
                complained(9, "C2", Severity.MINOR))
            .at(day(10));
    assertThat(late).isEqualTo(inOrder);
  }

  @Test
  void the_past_is_not_to_be_asked_of_settled_statistics() {
    GuestProfile known = profile(stayed(0, "S1"), stayed(100, "S2"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> known.at(START))
        .withMessageContaining("expected: not before");
  }
}
