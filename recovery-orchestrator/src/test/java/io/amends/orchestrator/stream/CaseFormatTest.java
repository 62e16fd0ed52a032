package io.amends.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.kit.events.Json;
import io.amends.orchestrator.domain.Snapshots;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseFormatTest {

  private static final Path SAMPLE =
      Path.of("../contracts/src/main/resources/samples/amends.recovery.case.v1.json");

  private final Map<String, byte[]> stored = new HashMap<>();
  private final PinnedPolicies policies = PinnedPolicies.in(stored::get, stored::put);
  private final CaseFormat format = new CaseFormat(policies);
  private final CaseSnapshot sample = sample();

  @Test
  void a_row_says_by_name_what_the_case_pins_and_is_less_than_half_as_long() {
    byte[] row = format.write(sample);
    policies.save();

    assertThat(stored).hasSize(1);
    assertThat(row.length).isLessThan(Json.bytes(sample).length / 2);
    assertThat(format.snapshot(row)).isEqualTo(sample);
    assertThat(new CaseFormat(PinnedPolicies.readOnly(stored::get)).snapshot(row))
        .as("by another process")
        .isEqualTo(sample);
    assertThat(format.read(row)).isEqualTo(Snapshots.read(sample));
  }

  @Test
  void what_is_published_of_a_row_is_the_whole_case() {
    byte[] row = format.write(sample);

    byte[] published = format.published(row, sample.policy());

    assertThat(Json.mapper().readTree(published))
        .isEqualTo(Json.mapper().readTree(Json.bytes(sample)));
    CaseSnapshot read = format.snapshot(row);
    policies.save();
    CaseFormat restarted = new CaseFormat(PinnedPolicies.readOnly(stored::get));
    assertThat(restarted.published(row, restarted.snapshot(row).policy())).isEqualTo(published);
    assertThat(Json.read(published, CaseSnapshot.class)).isEqualTo(read);
  }

  @Test
  void a_thousand_cases_of_one_kind_pin_one_row() {
    for (int i = 0; i < 1_000; i++) {
      format.write(Json.read(Json.bytes(sample), CaseSnapshot.class));
    }
    policies.save();
    assertThat(stored).hasSize(1);
  }

  @Test
  void a_row_of_the_first_format_is_read() {
    byte[] body = Json.bytes(sample);
    byte[] first = ByteBuffer.allocate(1 + body.length).put((byte) 1).put(body).array();
    assertThat(format.snapshot(first)).isEqualTo(sample);
  }

  @Test
  void a_row_of_a_later_format_is_not_guessed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> format.snapshot(new byte[] {3, '{', '}'}))
        .withMessage("format: 3 (expected: 1 or 2)");
  }

  @Test
  void values_that_are_gone_are_damage() {
    byte[] row = format.write(sample);
    assertThatIllegalStateException()
        .isThrownBy(() -> new CaseFormat(PinnedPolicies.readOnly(_ -> null)).snapshot(row))
        .withMessageStartingWith("policy: no ");
  }

  private static CaseSnapshot sample() {
    try {
      return Json.read(Files.readAllBytes(SAMPLE), CaseSnapshot.class);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
