package io.amends.scorer.domain.profile;

import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.failed;
import static io.amends.scorer.Told.known;
import static io.amends.scorer.Told.profile;
import static io.amends.scorer.Told.resolved;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.statistics.Decision;
import io.amends.scorer.domain.statistics.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two histories that turn out to be one person's, against the same facts told under one id. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JoinedHistoriesTest {

  @Test
  void one_history_after_the_other_is_as_if_it_had_been_told_under_one_id() {
    GuestFact[] first = {
      booked(0, "B1", 10, 2), complained(11, "C1", Severity.MAJOR), stayed(12, "B1")
    };
    GuestFact[] second = {
      booked(50, "B2", 60, 2),
      stayed(62, "B2"),
      complained(63, "C2", Severity.MINOR),
      resolved(64, "C2")
    };

    assertThat(JoiningRules.joined(known(first), known(second)))
        .isEqualTo(JoiningRules.joined(known(second), known(first)))
        .isEqualTo(known(both(first, second)));
  }

  @Test
  void stays_told_now_under_one_id_and_now_under_the_other_are_all_counted() {
    Random random = new Random(20261122);
    for (int round = 0; round < 500; round++) {
      List<GuestFact> all = new ArrayList<>();
      List<List<GuestFact>> told = List.of(new ArrayList<>(), new ArrayList<>());
      double day = 0;
      for (int stay = 0; stay < 2 + random.nextInt(8); stay++) {
        day += 5 + random.nextInt(100);
        GuestFact fact = stayed(day, "S" + stay);
        all.add(fact);
        told.get(random.nextInt(2)).add(fact);
      }
      Statistics joined =
          JoiningRules.joined(
              known(told.getFirst().toArray(GuestFact[]::new)),
              known(told.getLast().toArray(GuestFact[]::new)));

      assertThat(joined).as("round %d", round).isEqualTo(known(all.toArray(GuestFact[]::new)));
    }
  }

  @Test
  void what_was_told_under_both_ids_counts_once() {
    GuestFact[] stay = {stayed(0, "S0"), stayed(30, "S1")};
    GuestFact[] sameStay = {stayed(30, "S1"), complained(31, "C1", Severity.MAJOR)};

    Statistics joined = JoiningRules.joined(known(stay), known(sameStay));

    assertThat(joined)
        .isEqualTo(known(stayed(0, "S0"), stayed(30, "S1"), complained(31, "C1", Severity.MAJOR)));
    assertThat(JoiningRules.joined(known(sameStay), known(sameStay))).isEqualTo(known(sameStay));
  }

  @Test
  void who_only_complained_brings_the_complaint_to_the_stay_that_it_was_about() {
    Statistics guest = known(stayed(0, "S0"), booked(5, "B1", 10, 3));
    Statistics stranger = known(complained(11, "C1", Severity.MAJOR));

    Statistics joined = JoiningRules.joined(guest, stranger);

    assertThat(joined.episode().knows(Reference.of("C1"))).isTrue();
    assertThat(joined.arrivals()).isEqualTo(guest.arrivals());
    assertThat(joined.clock()).isEqualTo(guest.clock());
    assertThat(JoiningRules.joined(stranger, guest)).isEqualTo(joined);
  }

  @Test
  void who_has_a_booking_under_the_other_id_is_not_staying_away() {
    Statistics left = known(stayed(0, "S0"));
    Statistics coming = known(booked(20, "B1", 40, 2));

    Statistics joined = JoiningRules.joined(left, coming);

    assertThat(joined).isEqualTo(known(stayed(0, "S0"), booked(20, "B1", 40, 2)));
    assertThat(joined.decision().state()).isEqualTo(Decision.State.NONE);
  }

  @Test
  void young_facts_find_their_place_and_repeats_of_them_are_one() {
    GuestProfile one =
        profile(stayed(0, "S0"), stayed(30, "S1"), complained(31, "C1", Severity.MAJOR));
    GuestProfile other =
        profile(failed(29.5, Severity.MINOR), complained(31, "C1", Severity.MAJOR));

    GuestProfile joined = ProfileRules.joined(one, other);

    assertThat(joined.recent()).hasSize(3);
    assertThat(joined.at(day(32)).episode().complaints()).hasSize(1);
    assertThat(joined).isEqualTo(ProfileRules.joined(other, one));
    assertThat(ProfileRules.joined(one, GuestProfile.NEW)).isEqualTo(one);
  }

  private static GuestFact[] both(GuestFact[] one, GuestFact[] other) {
    List<GuestFact> all = new ArrayList<>(List.of(one));
    all.addAll(List.of(other));
    return all.toArray(GuestFact[]::new);
  }
}
