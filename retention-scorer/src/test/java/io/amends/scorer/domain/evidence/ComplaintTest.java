package io.amends.scorer.domain.evidence;

import static io.amends.scorer.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Voice;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComplaintTest {

  private static final Instant NOON = day(0);
  private static final Complaint MADE =
      Complaint.made(Reference.of("C1"), Severity.MAJOR, Voice.GUEST, NOON);

  @Test
  void time_alone_brings_on_the_next_tier_at_the_latest() {
    assertThat(MADE.tierAt(NOON.plusSeconds(1_799))).isEqualTo(CostTier.ON_THE_SPOT);
    assertThat(MADE.tierAt(NOON.plusSeconds(1_800))).isEqualTo(CostTier.SAME_DAY);
    assertThat(MADE.tierAt(day(0.999))).isEqualTo(CostTier.SAME_DAY);
    assertThat(MADE.tierAt(day(1))).isEqualTo(CostTier.NEXT_DAY);
    assertThat(MADE.tierAt(day(2))).isEqualTo(CostTier.LATER);
  }

  @Test
  void a_tier_that_was_told_comes_earlier_and_none_goes_back() {
    Complaint told = MADE.inTier(CostTier.NEXT_DAY, day(0.1));

    assertThat(told.tierAt(day(0.1))).isEqualTo(CostTier.NEXT_DAY);
    assertThat(told.inTier(CostTier.SAME_DAY, day(0.2))).isEqualTo(told);
  }

  @Test
  void after_a_month_nothing_will_come_of_it() {
    assertThat(MADE.handlingAt(day(29.999))).isEqualTo(new Handling.Open(CostTier.LATER));
    assertThat(MADE.handlingAt(day(30))).isEqualTo(new Handling.GivenUp());
  }

  @Test
  void made_good_it_stays_so_with_its_delay_and_tier() {
    Complaint resolved = MADE.resolved(day(0.9), 4);

    assertThat(resolved.handlingAt(day(100)))
        .isEqualTo(new Handling.Resolved(Delay.DAY, CostTier.SAME_DAY, 4));
  }

  @Test
  void a_failed_recovery_opens_it_again() {
    Complaint failed = MADE.resolved(day(1), null).failedAgain(day(3));

    assertThat(failed.handlingAt(day(3))).isEqualTo(new Handling.Open(CostTier.LATER));
    assertThat(failed.handlingAt(day(33))).isEqualTo(new Handling.GivenUp());
    assertThat(failed.resolved(day(4), null).handlingAt(day(99)))
        .isEqualTo(new Handling.Resolved(Delay.WEEK, CostTier.LATER, null));
  }

  @Test
  void it_can_be_looked_at_as_it_was_known_then() {
    Complaint reopened =
        MADE.inTier(CostTier.NEXT_DAY, day(0.1)).resolved(day(0.5), 2).failedAgain(day(0.6));

    assertThat(reopened.isMadeBy(NOON.getEpochSecond() - 1)).isFalse();
    assertThat(reopened.handlingAt(day(0.05))).isEqualTo(new Handling.Open(CostTier.SAME_DAY));
    assertThat(reopened.handlingAt(day(0.3))).isEqualTo(new Handling.Open(CostTier.NEXT_DAY));
    assertThat(reopened.handlingAt(day(0.55)))
        .isEqualTo(new Handling.Resolved(Delay.HALF_A_DAY, CostTier.NEXT_DAY, 2));
    assertThat(reopened.failuresBy(day(0.55).getEpochSecond())).isZero();
    assertThat(reopened.handlingAt(day(0.6))).isEqualTo(new Handling.Open(CostTier.NEXT_DAY));
    assertThat(reopened.failuresBy(day(0.6).getEpochSecond())).isEqualTo(1);
    Moments moments = new Moments(Long.MAX_VALUE);
    reopened.tell(moments);
    assertThat(
            IntStream.range(0, moments.count()).mapToObj(i -> Instant.ofEpochSecond(moments.at(i))))
        .isSorted()
        .doesNotHaveDuplicates()
        .contains(NOON, day(0.1), day(0.5), day(0.6), day(30), day(30.6));
  }
}
