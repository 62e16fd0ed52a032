package io.amends.contracts.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntervalTest {

  @Test
  void is_never_empty() {
    assertThat(Interval.between(Instant.EPOCH, Instant.EPOCH)).isEmpty();
    assertThatThrownBy(() -> new Interval(Instant.EPOCH, Instant.EPOCH))
        .hasMessage("to: 1970-01-01T00:00:00Z (expected: after 1970-01-01T00:00:00Z)");
  }

  @Test
  void contains_its_beginning_and_not_its_end() {
    assertThat(stretch(2, 4).contains(second(1))).isFalse();
    assertThat(stretch(2, 4).contains(second(2))).isTrue();
    assertThat(stretch(2, 4).contains(second(3))).isTrue();
    assertThat(stretch(2, 4).contains(second(4))).isFalse();
  }

  @Test
  void loses_each_part_once_however_often_it_is_taken_away() {
    assertThat(stretch(0, 9).minus(List.of(stretch(5, 7), stretch(1, 2), stretch(6, 8))))
        .containsExactly(stretch(0, 1), stretch(2, 5), stretch(8, 9));
    assertThat(stretch(0, 9).minus(List.of(stretch(3, 4), stretch(3, 4))))
        .containsExactly(stretch(0, 3), stretch(4, 9));
  }

  @Test
  void loses_nothing_to_what_lies_outside_and_all_to_what_covers_it() {
    assertThat(stretch(3, 6).minus(List.of(stretch(0, 3), stretch(6, 9))))
        .containsExactly(stretch(3, 6));
    assertThat(stretch(3, 6).minus(List.of(stretch(3, 6)))).isEmpty();
    assertThat(stretch(3, 6).minus(List.of(stretch(2, 7)))).isEmpty();
  }

  private static Interval stretch(long from, long to) {
    return new Interval(second(from), second(to));
  }

  private static Instant second(long second) {
    return Instant.ofEpochSecond(second);
  }
}
