package io.amends.scorer.domain.statistics;

import static io.amends.scorer.Told.answered;
import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.failed;
import static io.amends.scorer.Told.known;
import static io.amends.scorer.Told.resolved;
import static io.amends.scorer.Told.stayed;
import static io.amends.scorer.Told.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.amends.contracts.Money;
import io.amends.scorer.Told;
import io.amends.scorer.domain.evidence.Attitude;
import io.amends.scorer.domain.evidence.Complaint;
import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.evidence.Impression;
import io.amends.scorer.domain.evidence.SilentFailure;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Justices;
import io.amends.scorer.domain.fact.LoyaltyLevel;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Signal;
import io.amends.scorer.domain.fact.Voice;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatisticsFormatTest {

  private static final Statistics SAMPLE =
      known(
          booked(0, "B1", 10, 2),
          stayed(12, "B1", new Money(90_000, Told.CNY)),
          booked(40, "B2", 60, 3),
          failed(61, Severity.MINOR),
          complained(61.5, "C1", Severity.MAJOR),
          tier(62, "C1", CostTier.NEXT_DAY),
          resolved(62.5, "C1", 3),
          stayed(63, "B2", new Money(140_000, Told.CNY)),
          answered(65, 6));

  /** Approved for version 1: whatever is written next year, these bytes mean this guest. */
  private static final String SAMPLE_1 =
      "010f80c1cb9a0dffb9980501010080d4930101000000b4d202700200434e59f0840e0001bad457fe1022ffe80f80"
          + "a30580c60a040100ff8b1500017000808c1500";

  @Test
  void version_1_reads_as_it_was_written() {
    assertThat(HexFormat.of().formatHex(StatisticsFormat.write(SAMPLE))).isEqualTo(SAMPLE_1);
    assertThat(StatisticsFormat.read(HexFormat.of().parseHex(SAMPLE_1))).isEqualTo(SAMPLE);
  }

  @Test
  void the_first_byte_is_the_version() {
    assertThat(StatisticsFormat.write(Statistics.NOTHING_KNOWN)[0]).isEqualTo((byte) 1);
    assertThatIllegalStateException()
        .isThrownBy(() -> StatisticsFormat.read(new byte[] {9, 0, 0}))
        .withMessage("format: 9 (expected: 1)");
  }

  @Test
  void what_a_later_release_adds_at_the_end_is_ignored() {
    byte[] longer = Arrays.copyOf(StatisticsFormat.write(SAMPLE), 140);

    assertThat(StatisticsFormat.read(longer)).isEqualTo(SAMPLE);
  }

  @Test
  void missing_bytes_are_damage() {
    byte[] shorter = Arrays.copyOf(StatisticsFormat.write(SAMPLE), 30);

    assertThatIllegalStateException().isThrownBy(() -> StatisticsFormat.read(shorter));
  }

  @Test
  void the_busiest_guest_takes_150_bytes_at_most() {
    Instant now = day(365 * 30);
    Complaint complaint =
        new Complaint(
            new Reference(-1),
            Severity.CRITICAL,
            Voice.IN_PUBLIC,
            now.minusSeconds(400 * 86_400),
            CostTier.LATER,
            now.minusSeconds(390 * 86_400),
            new Complaint.Resolution(now.minusSeconds(3_000_000), 1),
            3,
            now.minusSeconds(1_000));
    Episode episode =
        new Episode(
            List.of(complaint, complaint),
            new SilentFailure(
                Severity.CRITICAL, 7, now.minusSeconds(40_000_000), now.minusSeconds(100)),
            new Impression(
                10,
                new Justices(5, 5, 5),
                now.minusSeconds(9_000_000),
                10,
                now.minusSeconds(9_900_000)),
            new Attitude(
                Map.of(Signal.MESSAGE_OPENED, 3, Signal.BAD_CONTACT, 3, Signal.UNSUBSCRIBED, 3)));
    List<OpenBooking> open =
        IntStream.range(0, Statistics.MOST_BOOKINGS)
            .mapToObj(
                i ->
                    new OpenBooking(
                        new Reference(i - 9),
                        now.minusSeconds(31_000_000),
                        Told.date(11_300),
                        90,
                        true))
            .toList();
    Statistics busiest =
        new Statistics(
            day(0),
            new Arrivals(10_000, 10_000, 10_000),
            new ProcessClock(30L * 365 * 86_400, now, false),
            new Decision(Decision.State.AFTER_STAY, 28L * 365 * 86_400),
            open,
            episode,
            new Spending(10_000, 9_000, 900_000_000_000L, Told.CNY),
            new Relationship(LoyaltyLevel.TOP, LoyaltyLevel.TOP, 15),
            new Reference(-7));

    byte[] stored = StatisticsFormat.write(busiest);

    assertThat(stored.length).isLessThanOrEqualTo(StatisticsFormat.MOST_BYTES);
    assertThat(StatisticsFormat.read(stored)).isEqualTo(busiest);
  }
}
