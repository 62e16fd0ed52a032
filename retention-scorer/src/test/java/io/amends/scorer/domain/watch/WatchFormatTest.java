package io.amends.scorer.domain.watch;

import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.date;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.profile;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.PropertyId;
import io.amends.contracts.retention.GuestDefected.Seen;
import io.amends.contracts.retention.GuestDefected.What;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.score.Crossings.Standing;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchFormatTest {

  private static final WatchedGuest SAMPLE =
      new WatchedGuest(
          profile(stayed(0, "S1"), complained(1, "C1", Severity.MAJOR)),
          new LastTold(new Standing(Band.ELEVATED, false), 0.7349, "prior-1"),
          new Memory(
              LastFailure.of(
                      new PropertyId("SHA-BUND"),
                      new CaseId("C1"),
                      FailureType.UNREASONABLY_SLOW_SERVICE,
                      day(1),
                      day(2))
                  .told(false, true),
              List.of(new CaseId("C1")),
              new LastYear(
                  List.of(new Seen(date(0), What.STAYED), new Seen(date(1), What.COMPLAINED)))),
          day(40));

  /** Approved for version 1: whatever is written next year, these bytes mean this guest. */
  private static final String SAMPLE_1 =
      "01010200df05077072696f722d310101085348412d42554e440243310180f7d8980d0180c1a8950d0209"
          + "01e63815770201434e59c09a0c8087b3950d05bad457fe010080cdbd950d0100000000000000000000000000";

  /** Approved for version 2. */
  private static final String SAMPLE_2 =
      "02010200df05077072696f722d315f085348412d42554e440243310180cdbd950d80c60a0102433102ccbf02030205"
          + "0180f7d8980d0180c1a8950d020901e63815770201434e59c09a0c8087b3950d05bad457fe010080cdbd950d01"
          + "00000000000000000000000000";

  @Test
  void version_2_reads_as_it_was_written() {
    assertThat(HexFormat.of().formatHex(WatchFormat.write(SAMPLE))).isEqualTo(SAMPLE_2);
    assertThat(WatchFormat.read(HexFormat.of().parseHex(SAMPLE_2))).isEqualTo(SAMPLE);
  }

  @Test
  void version_1_is_read_still_with_a_failure_of_long_ago() {
    WatchedGuest read = WatchFormat.read(HexFormat.of().parseHex(SAMPLE_1));

    assertThat(read.profile()).isEqualTo(SAMPLE.profile());
    assertThat(read.told()).isEqualTo(SAMPLE.told());
    assertThat(read.wakeAt()).isEqualTo(SAMPLE.wakeAt());
    assertThat(read.memory().cases()).containsExactly(new CaseId("C1"));
    assertThat(read.memory().lastFailure())
        .isEqualTo(
            LastFailure.of(
                new PropertyId("SHA-BUND"),
                new CaseId("C1"),
                FailureType.UNREASONABLY_SLOW_SERVICE,
                Instant.EPOCH,
                null));
  }

  @Test
  void a_guest_with_all_that_can_be_remembered_comes_back_whole() {
    LastYear year = LastYear.NOTHING;
    for (int day = 0; day < 30; day++) {
      year = year.and(stayed(day, "S" + day));
    }
    WatchedGuest full =
        new WatchedGuest(
            SAMPLE.profile(),
            SAMPLE.told(),
            new Memory(
                LastFailure.of(null, null, null, day(3), null).told(true, false),
                List.of(new CaseId("C1"), new CaseId("C2")),
                year),
            null);

    assertThat(full.memory().lastYear().seen()).hasSize(LastYear.MOST);
    assertThat(WatchFormat.read(WatchFormat.write(full))).isEqualTo(full);
  }

  @Test
  void nothing_stored_is_a_guest_whom_nobody_has_heard_of() {
    assertThat(WatchFormat.read(null)).isEqualTo(WatchedGuest.NEW);
    assertThat(WatchFormat.read(WatchFormat.write(WatchedGuest.NEW))).isEqualTo(WatchedGuest.NEW);
  }

  @Test
  void another_format_is_named() {
    assertThatIllegalStateException()
        .isThrownBy(() -> WatchFormat.read(new byte[] {9, 0}))
        .withMessage("format: 9 (expected: 1 to 2)");
  }

  @Test
  void missing_bytes_are_damage() {
    byte[] whole = WatchFormat.write(SAMPLE);
    for (int length = 1; length < 40; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatIllegalStateException().isThrownBy(() -> WatchFormat.read(part));
    }
  }
}
