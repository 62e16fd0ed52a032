package io.amends.kit.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SweepTimeTest {

  static final long ALL = DurableDeadlines.SWEEP_BUDGET.toNanos();

  final SweepTime time = new SweepTime();
  final SweepTime.Part one = time.part();
  final SweepTime.Part other = time.part();

  @Test
  void one_that_is_alone_has_all_of_it() {
    one.swept(true);
    assertThat(one.nanos()).isEqualTo(ALL);
  }

  @Test
  void those_that_have_more_to_tell_share_it() {
    one.swept(true);
    assertThat(other.nanos()).isEqualTo(ALL / 2);
    other.swept(true);
    assertThat(one.nanos()).isEqualTo(ALL / 2);
    assertThat(time.part().nanos()).isEqualTo(ALL / 3);
  }

  @Test
  void one_that_has_told_all_leaves_its_part_to_the_others() {
    one.swept(true);
    one.swept(false);
    assertThat(other.nanos()).isEqualTo(ALL);
  }

  @Test
  void one_that_leaves_the_thread_leaves_its_part_to_the_others() {
    one.swept(true);
    one.leave();
    assertThat(other.nanos()).isEqualTo(ALL);
  }
}
