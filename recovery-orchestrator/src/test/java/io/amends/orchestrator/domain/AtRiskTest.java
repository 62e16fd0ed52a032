package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Money;
import io.amends.contracts.reference.RateReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the scorer says in the chain's currency caps what is shown in the hotel's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AtRiskTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency SGD = Currency.getInstance("SGD");
  private static final Currency JPY = Currency.getInstance("JPY");

  private static RateReference rate(Currency of, Currency into, String rate) {
    return new RateReference(of, into, LocalDate.parse("2027-01-12"), new BigDecimal(rate));
  }

  @Test
  void the_own_currency_needs_no_rate() {
    assertThat(AtRisk.in(EUR, new Money(10_000, EUR), null)).isEqualTo(new Money(10_000, EUR));
  }

  @Test
  void another_is_turned_back_by_the_rate_into_the_chains() {
    assertThat(AtRisk.in(SGD, new Money(6_893, EUR), rate(SGD, EUR, "0.6893")))
        .isEqualTo(new Money(10_000, SGD));
    assertThat(AtRisk.in(JPY, new Money(10_000, EUR), rate(JPY, EUR, "0.00625")))
        .isEqualTo(new Money(16_000, JPY));
  }

  @Test
  void without_a_rate_that_fits_it_is_unknown_and_not_zero() {
    assertThat(AtRisk.in(SGD, new Money(6_893, EUR), null)).isNull();
    assertThat(AtRisk.in(SGD, new Money(6_893, EUR), rate(JPY, EUR, "0.006"))).isNull();
    assertThat(AtRisk.in(SGD, new Money(6_893, EUR), rate(SGD, JPY, "110"))).isNull();
    assertThat(AtRisk.in(SGD, new Money(6_893, EUR), rate(SGD, EUR, "0"))).isNull();
  }
}
