package io.amends.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.local.stack.StackFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Batches go in at once, and a guest's rows nevertheless one after the other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LaneTest {

  @Test
  void a_guest_has_one_lane_and_a_row_of_nobody_has_any() {
    assertThat(Lane.of(row(1, "{\"guestId\":\"G-1\",\"nights\":1}"), 3))
        .isEqualTo(Lane.of(row(99, "{\"nights\":2,\"guestId\":\"G-1\"}"), 3));
    assertThat(Lane.of(row(4, "{\"guestId\":"), 3)).isBetween(0, 2);
    assertThat(Lane.of(row(4, "{}"), 3)).isNotEqualTo(Lane.of(row(5, "{}"), 3));
  }

  @Test
  void batches_of_a_lane_are_sent_in_order_and_none_is_left_behind() throws Exception {
    List<Long> sent = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Lane lane = new Lane(threads, rows -> rows.forEach(row -> sent.add(row.number())));
      for (long number = 0; number < 1_234; number++) {
        lane.add(row(number, "{}"));
      }
      lane.end();
    }
    assertThat(sent).hasSize(1_234).isSorted();
  }

  @Test
  void what_can_not_be_sent_ends_the_import() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Lane lane =
          new Lane(
              threads,
              _ -> {
                throw new StackFailure("the door lets nobody in");
              });
      lane.add(row(1, "{}"));
      assertThatThrownBy(lane::end).isInstanceOf(StackFailure.class).hasMessageContaining("nobody");
    }
  }

  private static Row row(long number, String json) {
    return new Row(number, json, json, number);
  }
}
