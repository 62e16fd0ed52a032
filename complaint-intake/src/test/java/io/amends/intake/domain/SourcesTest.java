package io.amends.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.GuestId;
import io.amends.intake.domain.Source.Scope;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourcesTest {

  private static final Sources SOURCES =
      new Sources(
          Map.of(
              "opera7",
              new Source("opera7", "urn:oracle:sin", Scope.SOURCE, true, Set.of("FIX_DONE"))));

  @ParameterizedTest
  @ValueSource(strings = {"pms", "urn:hotel:pms", "https://hotel.example/pms"})
  void a_source_speaks_under_its_name_alone_or_at_the_end(String ceSource) {
    assertThat(SOURCES.check("pms", ceSource, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm", "pms/crm", "xpms", "pms/", "PMS", "urn:hotel:pms\n"})
  void nobody_else_speaks_through_its_topic(String ceSource) {
    assertThat(SOURCES.check("pms", ceSource, false)).isPresent();
  }

  @Test
  void a_uri_that_is_set_is_the_only_one() {
    assertThat(SOURCES.check("opera7", "urn:oracle:sin", false)).isEmpty();
    assertThat(SOURCES.check("opera7", "opera7", false).orElseThrow())
        .hasToString("ce_source: opera7 (expected: urn:oracle:sin)");
  }

  @Test
  void our_own_edge_says_who_called() {
    assertThat(SOURCES.check("http", "http/ana", false)).isEmpty();
    assertThat(SOURCES.check("http", "http", false)).isPresent();
    assertThat(SOURCES.check("http", "pms", false)).isPresent();
  }

  @Test
  void what_is_not_a_name_is_described_and_not_repeated() {
    assertThat(SOURCES.check("pms", "Li Wei <li@example.com>", false).orElseThrow().found())
        .isEqualTo("23 characters");
  }

  @Test
  void history_is_told_by_whom_it_was_allowed_and_by_our_own_edge() {
    assertThat(SOURCES.check("opera7", "urn:oracle:sin", true)).isEmpty();
    assertThat(SOURCES.check("http", "http/ana", true)).isEmpty();
    assertThat(SOURCES.check("pms", "pms", true).orElseThrow())
        .hasToString("ce_history: true (expected: absent: this source tells no history)");
  }

  @Test
  void guest_ids_that_are_good_in_one_system_alone_bear_its_name() {
    assertThat(SOURCES.of("opera7").chainWide("4711")).isEqualTo(new GuestId("OPERA7~4711"));
    assertThat(SOURCES.of("pms").chainWide("4711")).isEqualTo(new GuestId("4711"));
  }

  @Test
  void an_id_must_leave_room_for_that_name() {
    assertThat(SOURCES.of("opera7").checkGuest("4".repeat(57))).isEmpty();
    assertThat(SOURCES.of("opera7").checkGuest("4".repeat(58)).orElseThrow())
        .hasToString("/guestId: 58 characters (expected: at most 57 characters)");
    assertThat(SOURCES.of("pms").checkGuest("4".repeat(64))).isEmpty();
  }
}
