package io.amends.scorer.domain.score;

import static io.amends.scorer.Told.CNY;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.known;
import static io.amends.scorer.Told.profile;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.contracts.Money;
import io.amends.scorer.domain.evidence.Complaint;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.kernel.Heterogeneity;
import io.amends.scorer.domain.model.BookingHabits;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.policy.RiskPolicy.ValuePolicy;
import io.amends.scorer.domain.score.Urgency.Waiting;
import io.amends.scorer.domain.statistics.Statistics;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorthTest {

  /** Guests who are all alike: one stay in ten weeks, and nobody ever leaves. */
  private static final RiskModel STEADY =
      Priors.MODEL.with(new Heterogeneity(1e6, 1e7, 1e-9, 10), 0).with(BookingHabits.NO_BOOKINGS);

  @Test
  void a_guest_is_worth_the_margin_of_the_stays_to_come_discounted() {
    Worth worth = Worth.of(known(stayed(0, "S1")), day(1), STEADY, ValuePolicy.DEFAULT);

    double staysAYear = 365.25 / 7 / 10;
    double years = Math.pow(1.1, -0.5) + Math.pow(1.1, -1.5) + Math.pow(1.1, -2.5);
    assertThat(worth.minorUnits()).isEqualTo(100_000 * 0.35 * staysAYear * years, within(1.0));
    assertThat(worth.currency()).isEqualTo(CNY);
  }

  @Test
  void what_is_at_risk_is_the_part_that_is_probably_gone() {
    RiskScore score =
        new Scorer(RiskPolicy.DEFAULT).score(profile(stayed(0, "S1")), day(90), Priors.MODEL);

    assertThat(score.worth()).isNotNull();
    assertThat(score.atRisk()).isNotNull();
    assertThat((double) minor(score.atRisk()))
        .isEqualTo(minor(score.worth()) * score.gone(), within(1.0));
  }

  @Test
  void an_unknown_spend_is_an_unknown_worth_and_never_zero() {
    RiskScore score =
        new Scorer(RiskPolicy.DEFAULT).score(profile(stayed(0, "S1", null)), day(90), Priors.MODEL);

    assertThat(score.worth()).isNull();
    assertThat(score.atRisk()).isNull();
  }

  @Test
  void half_a_cent_is_rounded_to_even() {
    assertThat(new Worth(2.5, CNY).money(1)).isEqualTo(new Money(2, CNY));
    assertThat(new Worth(3.5, CNY).money(1)).isEqualTo(new Money(4, CNY));
  }

  @Test
  void time_spent_on_stays_that_are_booked_long_before_is_no_time_to_book() {
    BookingHabits early = new BookingHabits(0, 0, 1, java.util.List.of(10.0), 0);
    double direct = minor(new Worth(value(STEADY), CNY).money(1));

    assertThat(value(STEADY.with(early))).isBetween(direct * 0.45, direct * 0.55);
  }

  @Test
  void waiting_costs_more_the_worse_the_next_tier_is() {
    Urgency urgency = new Urgency(ValuePolicy.DEFAULT);
    Statistics known = known(stayed(0, "S1"));
    Statistics unknown = known(stayed(0, "S1", null));

    Waiting overNight = urgency.ofWaiting(known, complaint(Severity.MAJOR), day(1.5), Priors.MODEL);
    Waiting minor = urgency.ofWaiting(known, complaint(Severity.MINOR), day(1.5), Priors.MODEL);
    Waiting priceless =
        urgency.ofWaiting(unknown, complaint(Severity.MAJOR), day(1.5), Priors.MODEL);

    assertThat(overNight.tier()).isEqualTo(CostTier.SAME_DAY);
    assertThat(overNight.dearerAt()).isEqualTo(day(2));
    assertThat(minor(overNight.cost())).isGreaterThan(minor(minor.cost())).isGreaterThan(0);
    assertThat(priceless.cost()).isNull();
    assertThat(priceless.points()).isEqualTo(overNight.points());
  }

  private static Complaint complaint(Severity severity) {
    return Complaint.made(Reference.of("C1"), severity, Voice.GUEST, day(1));
  }

  private static double value(RiskModel model) {
    Double minorUnits =
        Worth.of(known(stayed(0, "S1")), day(1), model, ValuePolicy.DEFAULT).minorUnits();
    return minorUnits == null ? Double.NaN : minorUnits;
  }

  private static long minor(@org.jspecify.annotations.Nullable Money money) {
    return money == null ? -1 : money.minorUnits();
  }
}
