package io.amends.scorer.domain.watch;

import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.profile;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.PropertyId;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.score.Crossings.Standing;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchFormatTest {

  private static final WatchedGuest SAMPLE =
      new WatchedGuest(
          profile(stayed(0, "S1"), complained(1, "C1", Severity.MAJOR)),
          new LastTold(new Standing(Band.ELEVATED, false), 0.7349, "prior-1"),
          new LastFailure(
              new PropertyId("SHA-BUND"), new CaseId("C1"), FailureType.UNREASONABLY_SLOW_SERVICE),
          day(40));

  /** Approved for version 1: whatever is written next year, these bytes mean this guest. */
  private static final String SAMPLE_1 =
      "01010200df05077072696f722d310101085348412d42554e440243310180f7d8980d0180c1a8950d0209"
          + "01e63815770201434e59c09a0c8087b3950d05bad457fe010080cdbd950d0100000000000000000000000000";

  @Test
  void version_1_reads_as_it_was_written() {
    assertThat(HexFormat.of().formatHex(WatchFormat.write(SAMPLE))).isEqualTo(SAMPLE_1);
    assertThat(WatchFormat.read(HexFormat.of().parseHex(SAMPLE_1))).isEqualTo(SAMPLE);
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
        .withMessage("format: 9 (expected: 1)");
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
