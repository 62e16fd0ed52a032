package io.amends.scorer.domain.fact;

import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.cancelled;
import static io.amends.scorer.Told.checkedIn;
import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.date;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.failed;
import static io.amends.scorer.Told.failedAgain;
import static io.amends.scorer.Told.missed;
import static io.amends.scorer.Told.resolved;
import static io.amends.scorer.Told.stayed;
import static io.amends.scorer.Told.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.amends.scorer.domain.fact.GuestFact.ComplaintMerged;
import io.amends.scorer.domain.fact.GuestFact.LoyaltyChanged;
import io.amends.scorer.domain.fact.GuestFact.ReviewPublished;
import io.amends.scorer.domain.fact.GuestFact.Signalled;
import io.amends.scorer.domain.fact.GuestFact.StayChanged;
import io.amends.scorer.domain.fact.GuestFact.SurveyAnswered;
import io.amends.scorer.domain.packed.Unpacker;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactFormatTest {

  private static final List<GuestFact> ONE_OF_EACH =
      List.of(
          booked(1, "B1", 20, 3),
          checkedIn(20, null),
          new StayChanged(day(21), Reference.of("B1"), date(24)),
          failed(21, Severity.CRITICAL),
          complained(21, "C1", Severity.MAJOR),
          tier(21.1, "C1", CostTier.LATER),
          failedAgain(22, "C1"),
          resolved(22, "C1", 5),
          stayed(23, "B1"),
          new SurveyAnswered(day(25), 3, new Justices(4, null, 1)),
          new ReviewPublished(day(26), 2),
          new LoyaltyChanged(day(27), LoyaltyLevel.GOLD),
          new Signalled(day(28), Signal.REFERRED_A_FRIEND),
          cancelled(29, "B2"),
          missed(30, "B3"),
          new ComplaintMerged(day(22), Reference.of("C1")));

  /** Approved: kind, its own fields, time. */
  private static final String SAMPLES =
      """
      01a803fe1ef4bf020680cdbd950d
      020080ff85970d
      0301a803fe1efcbf0280c590970d
      040280c590970d
      05bad457fe010080c590970d
      06bad457fe0380cc91970d
      07bad457fe808b9b970d
      08bad457fe06808b9b970d
      0901a803fe1e0201434e59c09a0c80d1a5970d
      0a0405000280ddba970d
      0b0280a3c5970d
      0c0380e9cf970d
      0d0280afda970d
      0eb4d2027080f5e4970d
      0fbfc8516780bbef970d
      10bad457fe808b9b970d""";

  @Test
  void there_is_a_sample_of_every_kind() {
    assertThat(ONE_OF_EACH.stream().map(Object::getClass).distinct().count())
        .isEqualTo(GuestFact.class.getPermittedSubclasses().length);
  }

  @Test
  void every_kind_reads_as_it_was_written() {
    for (GuestFact fact : ONE_OF_EACH) {
      assertThat(FactFormat.read(new Unpacker(FactFormat.write(fact)))).isEqualTo(fact);
    }
  }

  @Test
  void stored_facts_keep_their_meaning() {
    String written =
        ONE_OF_EACH.stream()
            .map(fact -> HexFormat.of().formatHex(FactFormat.write(fact)))
            .collect(Collectors.joining("\n"));

    assertThat(written).isEqualTo(SAMPLES);
  }

  @Test
  void a_kind_that_nobody_knows_is_damage() {
    assertThatIllegalStateException()
        .isThrownBy(() -> FactFormat.read(new Unpacker(new byte[] {99})))
        .withMessage("kind: 99 (expected: 1 to 16)");
  }

  @Test
  void facts_of_one_second_follow_each_other_as_they_do_on_a_stay() {
    assertThat(
            List.of(stayed(1, "B1"), complained(1, "C1", Severity.MINOR), booked(1, "B1", 1, 1))
                .stream()
                .sorted(FactFormat.ORDER))
        .containsExactly(
            booked(1, "B1", 1, 1), complained(1, "C1", Severity.MINOR), stayed(1, "B1"));
  }
}
