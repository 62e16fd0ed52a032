package io.amends.scorer.domain.training;

import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.domain.fact.GuestFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestSampleTest {

  private record Told(String guest, GuestFact fact) {}

  @Test
  void what_fits_is_taken_whole_in_order_and_once() {
    GuestSample sample = new GuestSample(100);
    sample.add("G2", stayed(9, "S9"));
    sample.add("G1", stayed(3, "S3"));
    sample.add("G1", stayed(1, "S1"));
    sample.add("G1", stayed(3, "S3"));

    assertThat(sample.share()).isEqualTo(1);
    assertThat(sample.histories())
        .containsExactly(List.of(stayed(1, "S1"), stayed(3, "S3")), List.of(stayed(9, "S9")));
  }

  @Test
  void of_too_many_guests_some_are_taken_whole_the_same_ones_in_any_order() {
    List<Told> told = new ArrayList<>();
    for (int guest = 0; guest < 4_000; guest++) {
      for (int stay = 0; stay < 3; stay++) {
        told.add(new Told("G-" + guest, stayed(stay, "S" + stay)));
      }
    }
    GuestSample sample = sampled(told);
    Collections.shuffle(told, new Random(7));
    GuestSample shuffled = sampled(told);

    assertThat(sample.histories()).allMatch(history -> history.size() == 3);
    assertThat(sample.histories()).isEqualTo(shuffled.histories());
    assertThat(sample.share()).isEqualTo(0.25);
    assertThat(sample.histories().size() / 4_000.0).isEqualTo(sample.share(), within(0.03));
  }

  private static GuestSample sampled(List<Told> told) {
    GuestSample sample = new GuestSample(5_000);
    told.forEach(one -> sample.add(one.guest(), one.fact()));
    return sample;
  }
}
