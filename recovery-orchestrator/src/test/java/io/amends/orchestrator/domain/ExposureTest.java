package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Channel;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CostTier;
import io.amends.orchestrator.domain.Exposure.KnewFirst;
import java.util.Currency;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What delay costs by the rule, what silence costs, and what was really given. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExposureTest {

  @Test
  void on_the_spot_it_stands_at_its_base_and_the_next_day_at_ten_times_that() {
    Exposure exposure = Exposure.of(Stories.foundFirst().state(), null);
    assertThat(exposure.estimate()).isTrue();
    assertThat(exposure.tier()).isEqualTo(CostTier.ON_THE_SPOT);
    assertThat(exposure.shown()).isEqualTo(sgd(12_800));
    assertThat(exposure.saved()).isEqualTo(sgd(0));
    assertThat(exposure.byTier())
        .extracting(Exposure.OfTier::shown)
        .containsExactly(sgd(12_800), sgd(38_400), sgd(128_000), sgd(1_280_000));
    assertThat(exposure.silence().knewFirst()).isEqualTo(KnewFirst.HOTEL);
    assertThat(exposure.silence().minutes()).isEqualTo(7);
    assertThat(exposure.silence().exposure()).isEqualTo(Nights.ZERO);
    assertThat(exposure.real().given()).isEqualTo(Nights.of("0.10"));
  }

  @Test
  void it_is_never_shown_above_the_base_and_the_value_at_risk() {
    Evening unheard = Stories.unheard();
    Exposure free = Exposure.of(unheard.state(), null);
    assertThat(free.tier()).isEqualTo(CostTier.NEXT_DAY);
    assertThat(free.shown()).isEqualTo(npr(4_800_000));
    assertThat(free.saved()).as("on the spot: a tenth").isEqualTo(npr(4_320_000));

    Exposure capped = Exposure.of(unheard.state(), npr(1_000_000));
    assertThat(capped.cap()).isEqualTo(npr(1_480_000));
    assertThat(capped.shown()).isEqualTo(npr(1_480_000));
    assertThat(capped.exposureMoney()).isEqualTo(npr(4_800_000));
    assertThat(capped.saved()).isEqualTo(npr(1_000_000));
    assertThat(Exposure.of(unheard.state(), sgd(1)).cap())
        .as("another currency says nothing about this one")
        .isNull();
  }

  @Test
  void what_nobody_told_us_is_priced_apart() {
    Evening late =
        Evening.at(Hotels.SINGAPORE, "G-1")
            .reported(
                "ROOM_CLIMATE",
                "2027-01-11T22:00",
                "2027-01-12T09:00",
                "2027-01-15T11:00",
                Channel.FRONT_DESK,
                "2027-01-12T09:00");
    late.acknowledges("2027-01-12T09:05", Role.FRONT_LINE);
    Exposure exposure = Exposure.of(late.state(), null);
    assertThat(exposure.tier()).as("the team's own time").isEqualTo(CostTier.ON_THE_SPOT);
    assertThat(exposure.silence().knewFirst()).isEqualTo(KnewFirst.GUEST);
    assertThat(exposure.silence().minutes()).isEqualTo(660);
    assertThat(exposure.silence().tier()).isEqualTo(CostTier.NEXT_DAY);
    assertThat(exposure.silence().exposure()).isEqualTo(Nights.of("3.6"));
    assertThat(exposure.silence().money()).isEqualTo(sgd(115_200));
  }

  private static Money sgd(long minorUnits) {
    return new Money(minorUnits, Currency.getInstance("SGD"));
  }

  private static Money npr(long minorUnits) {
    return new Money(minorUnits, Currency.getInstance("NPR"));
  }
}
