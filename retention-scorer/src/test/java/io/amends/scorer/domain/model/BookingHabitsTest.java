package io.amends.scorer.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingHabitsTest {

  private static final BookingHabits HABITS =
      new BookingHabits(0.20, 0.05, 1, List.of(2.0, 10.0), 0);

  @Test
  void the_reach_is_the_time_in_which_a_booking_can_still_become_a_stay() {
    assertThat(HABITS.reach(26)).isEqualTo(0.75 * (24 + 16) / 2, within(1e-12));
    assertThat(HABITS.reach(5)).isEqualTo(0.75 * 3 / 2, within(1e-12));
    assertThat(BookingHabits.NO_BOOKINGS.reach(39)).isEqualTo(39);
  }

  @Test
  void a_booking_that_has_stood_for_long_falls_through_less() {
    assertThat(HABITS.fallsThrough(0)).isEqualTo(0.25, within(1e-12));
    assertThat(HABITS.fallsThrough(0.5)).isEqualTo((0.10 + 0.05) / 0.90, within(1e-12));
    assertThat(HABITS.fallsThrough(1)).isEqualTo(0.05 / 0.80, within(1e-12));
  }
}
