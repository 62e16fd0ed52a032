package io.amends.scorer.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RiskPolicyTest {

  private static final RiskPolicy POLICY = RiskPolicy.DEFAULT;

  @Test
  void bands_begin_where_the_policy_says() {
    assertThat(POLICY.band(Band.NONE, 0.0499)).isEqualTo(Band.NONE);
    assertThat(POLICY.band(Band.NONE, 0.05)).isEqualTo(Band.WATCH);
    assertThat(POLICY.band(Band.NONE, 0.1199)).isEqualTo(Band.WATCH);
    assertThat(POLICY.band(Band.NONE, 0.12)).isEqualTo(Band.ELEVATED);
    assertThat(POLICY.band(Band.NONE, 0.25)).isEqualTo(Band.HIGH);
  }

  @Test
  void a_band_is_left_only_three_points_below_its_limit() {
    assertThat(POLICY.band(Band.HIGH, 0.2201)).isEqualTo(Band.HIGH);
    assertThat(POLICY.band(Band.HIGH, 0.2199)).isEqualTo(Band.ELEVATED);
    assertThat(POLICY.band(Band.HIGH, 0.0901)).isEqualTo(Band.ELEVATED);
    assertThat(POLICY.band(Band.ELEVATED, 0.0201)).isEqualTo(Band.WATCH);
    assertThat(POLICY.band(Band.WATCH, 0.0199)).isEqualTo(Band.NONE);
  }

  @Test
  void a_band_is_entered_at_its_limit_whatever_was_before() {
    assertThat(POLICY.band(Band.WATCH, 0.1199)).isEqualTo(Band.WATCH);
    assertThat(POLICY.band(Band.WATCH, 0.12)).isEqualTo(Band.ELEVATED);
    assertThat(POLICY.band(Band.WATCH, 0.30)).isEqualTo(Band.HIGH);
  }

  @Test
  void a_guest_is_lost_at_three_in_four_and_found_again_below_72() {
    assertThat(POLICY.gone(false, 0.7499)).isFalse();
    assertThat(POLICY.gone(false, 0.75)).isTrue();
    assertThat(POLICY.gone(true, 0.7201)).isTrue();
    assertThat(POLICY.gone(true, 0.7199)).isFalse();
  }

  @Test
  void a_move_of_two_points_is_worth_telling() {
    assertThat(POLICY.isWorthTelling(0.50, 0.519)).isFalse();
    assertThat(POLICY.isWorthTelling(0.50, 0.4799)).isTrue();
  }
}
