package io.amends.scorer.domain.profile;

import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.cancelled;
import static io.amends.scorer.Told.checkedIn;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.known;
import static io.amends.scorer.Told.missed;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.scorer.domain.statistics.Arrivals;
import io.amends.scorer.domain.statistics.Decision;
import io.amends.scorer.domain.statistics.Statistics;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingClockTest {

  private static final long DAY = 86_400;

  @Test
  void the_first_booking_begins_the_relationship_with_the_clock_standing() {
    Statistics guest = known(booked(0, "B1", 10, 2));

    assertThat(guest.since()).isEqualTo(day(0));
    assertThat(guest.arrivals()).isEqualTo(new Arrivals(0, 0, 0));
    assertThat(guest.clock().secondsAt(day(8))).isZero();
    assertThat(guest.decision().state()).isEqualTo(Decision.State.NONE);
  }

  @Test
  void after_the_stay_the_clock_runs_and_the_guest_decides() {
    Statistics guest = known(booked(0, "B1", 10, 2), stayed(12, "B1"));

    assertThat(guest.clock().secondsAt(day(15))).isEqualTo(3 * DAY);
    assertThat(guest.decision()).isEqualTo(new Decision(Decision.State.AFTER_STAY, 0));
    assertThat(guest.open()).isEmpty();
  }

  @Test
  void booking_again_survives_the_decision_and_stops_the_clock() {
    Statistics guest = known(booked(0, "B1", 10, 2), stayed(12, "B1"), booked(20, "B2", 50, 1));

    assertThat(guest.arrivals()).isEqualTo(new Arrivals(1, 1, 0));
    assertThat(guest.clock().secondsAt(day(40))).isEqualTo(8 * DAY);
    assertThat(guest.decision().state()).isEqualTo(Decision.State.NONE);
  }

  @Test
  void a_cancellation_starts_the_clock_and_is_a_decision_of_its_own() {
    Statistics guest =
        known(
            booked(0, "B1", 10, 2), stayed(12, "B1"), booked(20, "B2", 50, 1), cancelled(30, "B2"));

    assertThat(guest.clock().secondsAt(day(31))).isEqualTo(9 * DAY);
    assertThat(guest.decision())
        .isEqualTo(new Decision(Decision.State.AFTER_CANCELLATION, 8 * DAY));
    assertThat(guest.arrivals()).isEqualTo(new Arrivals(1, 1, 0));
  }

  @Test
  void a_no_show_does_the_same() {
    assertThat(known(booked(0, "B1", 10, 2), missed(11, "B1")).decision().state())
        .isEqualTo(Decision.State.AFTER_CANCELLATION);
  }

  @Test
  void a_booking_made_while_another_is_open_says_nothing_about_the_clock() {
    Statistics guest = known(booked(0, "B1", 10, 2), booked(5, "B2", 40, 1), stayed(12, "B1"));

    assertThat(guest.arrivals()).isEqualTo(new Arrivals(0, 0, 1));
    assertThat(guest.clock().running()).isFalse();
    assertThat(guest.decision().state()).isEqualTo(Decision.State.AFTER_STAY);
  }

  @Test
  void coming_for_the_second_of_two_bookings_survives_the_stay_between() {
    Statistics guest =
        known(
            booked(0, "B1", 10, 2), booked(5, "B2", 40, 1), stayed(12, "B1"), checkedIn(40, "B2"));

    assertThat(guest.arrivals()).isEqualTo(new Arrivals(0, 1, 1));
  }

  @Test
  void two_rooms_of_one_visit_are_one_decision() {
    Statistics guest =
        known(
            booked(0, "B1", 10, 2), booked(0.1, "B2", 10, 2), stayed(12, "B1"), stayed(12.1, "B2"));

    assertThat(guest.arrivals().survived()).isZero();
    assertThat(guest.clock().running()).isTrue();
  }

  @Test
  void a_stay_that_nobody_booked_is_its_own_arrival() {
    Statistics guest = known(stayed(0, null), stayed(10, null), stayed(30, null));

    assertThat(guest.arrivals()).isEqualTo(new Arrivals(2, 2, 0));
    assertThat(guest.decision()).isEqualTo(new Decision(Decision.State.AFTER_STAY, 30 * DAY));
    assertThat(guest.clock().secondsAt(day(40))).isEqualTo(40 * DAY);
  }

  @Test
  void two_stays_that_ended_on_one_day_are_one() {
    Statistics guest = known(stayed(0, null), stayed(10, null), stayed(10.1, null));

    assertThat(guest.arrivals()).isEqualTo(new Arrivals(1, 1, 0));
    assertThat(guest.spending().stays()).isEqualTo(2);
    assertThat(guest.spending().minorUnits()).isEqualTo(300_000);
  }

  @Test
  void a_stay_that_names_no_booking_ends_the_one_that_is_due() {
    Statistics guest = known(booked(0, "B1", 10, 2), checkedIn(10, null), stayed(12, "S-88213"));

    assertThat(guest.open()).isEmpty();
    assertThat(guest.arrivals()).isEqualTo(new Arrivals(0, 0, 0));
  }

  @Test
  void a_booking_that_nothing_is_heard_of_lapses_three_days_after_it_was_to_end() {
    Statistics guest = known(booked(0, "B1", 10, 2));

    assertThat(StatisticsRules.passedTo(guest, day(14.99)).open()).hasSize(1);
    Statistics lapsed = StatisticsRules.passedTo(guest, day(15));
    assertThat(lapsed.open()).isEmpty();
    assertThat(lapsed.decision().state()).isEqualTo(Decision.State.AFTER_CANCELLATION);
    assertThat(lapsed.clock().secondsAt(day(15))).isEqualTo(3 * DAY);
  }

  @Test
  void a_guest_who_was_told_to_be_in_house_has_left_unheard() {
    Statistics guest = known(booked(0, "B1", 10, 2), checkedIn(10, "B1"));

    Statistics left = StatisticsRules.passedTo(guest, day(42));
    assertThat(left.decision().state()).isEqualTo(Decision.State.AFTER_STAY);
    assertThat(left.spending().stays()).isEqualTo(1);
    assertThat(left.spending().meanMinorUnits()).isNull();
  }

  @Test
  void ten_thousand_stays_are_counted() {
    Statistics guest = Statistics.NOTHING_KNOWN;
    for (int stay = 0; stay < 10_000; stay++) {
      guest = StatisticsRules.fold(guest, stayed(stay, null)).after();
    }

    assertThat(guest.arrivals()).isEqualTo(new Arrivals(9_999, 9_999, 0));
  }
}
