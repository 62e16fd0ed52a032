package io.amends.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.intake.stream.Trial;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinesTriedTest {

  private final LinesTried lines = new LinesTried();

  @Test
  void a_line_again_would_be_a_repeat_and_its_id_with_another_body_refused() {
    assertThat(lines.before("a", 1)).isNull();
    assertThat(lines.before("b", 1)).isNull();

    assertThat(lines.before("a", 1)).isEqualTo(Trial.duplicate());
    assertThat(lines.before("a", 2)).extracting("result").isEqualTo(Trial.Result.REFUSED);
    assertThat(lines.before("a", 1)).as("the first stays let in").isEqualTo(Trial.duplicate());
  }

  @Test
  void a_line_that_would_be_refused_leaves_its_id_to_another() {
    assertThat(lines.before("a", 1)).isNull();
    lines.note("a", Trial.refused(List.of()));

    assertThat(lines.before("a", 2)).isNull();
  }
}
