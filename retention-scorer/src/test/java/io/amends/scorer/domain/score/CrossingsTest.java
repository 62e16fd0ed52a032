package io.amends.scorer.domain.score;

import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.cancelled;
import static io.amends.scorer.Told.checkedIn;
import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.profile;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.Recalibration;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.score.Crossings.Crossing;
import io.amends.scorer.domain.score.Crossings.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrossingsTest {

  private static final Crossings CROSSINGS = new Crossings(new Scorer(RiskPolicy.DEFAULT));
  private static final Standing AT_FIRST = new Standing(Band.NONE, false);

  private final GuestProfile well = profile(booked(0, "B1", 10, 2), stayed(12, "B1"));

  @Test
  void a_silent_guest_is_lost_on_a_day_that_is_known_beforehand() {
    Crossing crossing = next(well, AT_FIRST, day(13)).orElseThrow();

    assertThat(crossing.to()).isEqualTo(new Standing(Band.NONE, true));
    assertThat(standing(well, crossing.at())).isEqualTo(crossing.to());
    assertThat(standing(well, crossing.at().minusSeconds(61))).isEqualTo(AT_FIRST);
  }

  @Test
  void it_is_the_same_day_whenever_it_is_asked() {
    Instant early = next(well, AT_FIRST, day(13)).orElseThrow().at();
    Instant late = next(well, AT_FIRST, day(150)).orElseThrow().at();

    assertThat(late).isBetween(early.minusSeconds(60), early.plusSeconds(60));
  }

  @Test
  void unheard_a_regular_climbs_the_bands_though_nothing_comes_in() {
    GuestProfile regular =
        profile(
            stayed(0, null),
            stayed(30, null),
            stayed(60, null),
            stayed(90, null),
            stayed(120, null),
            complained(120.5, "C1", Severity.MAJOR));
    List<Standing> path = new ArrayList<>();
    Standing now = CROSSINGS.standing(regular, AT_FIRST, day(120.5), Priors.MODEL);
    Optional<Crossing> next = next(regular, now, day(120.5));
    path.add(now);
    while (next.isPresent()) {
      path.add(next.get().to());
      next = next(regular, next.get().to(), next.get().at());
    }

    assertThat(path)
        .containsSubsequence(
            new Standing(Band.ELEVATED, false),
            new Standing(Band.HIGH, false),
            new Standing(Band.HIGH, true),
            new Standing(Band.NONE, true));
    assertThat(path).doesNotHaveDuplicates();
  }

  @Test
  void nothing_changes_before_the_moment_that_is_told() {
    GuestProfile regular =
        profile(
            stayed(0, null),
            stayed(30, null),
            stayed(60, null),
            complained(60.5, "C1", Severity.MINOR));
    Standing before = CROSSINGS.standing(regular, AT_FIRST, day(60.5), Priors.MODEL);
    Instant asOf = day(60.5);
    int crossings = 0;
    Optional<Crossing> next = next(regular, before, asOf);
    while (next.isPresent()) {
      for (Instant on = asOf;
          on.isBefore(next.get().at().minusSeconds(60));
          on = on.plusSeconds(7_200)) {
        assertThat(CROSSINGS.standing(regular, before, on, Priors.MODEL))
            .as("%s", on)
            .isEqualTo(before);
      }
      crossings++;
      before = next.get().to();
      asOf = next.get().at();
      next = next(regular, before, asOf);
    }
    assertThat(crossings).isGreaterThan(2);
  }

  @Test
  void a_guest_with_a_stay_to_come_crosses_nothing_before_it() {
    GuestProfile booked = profile(booked(0, "B1", 100, 2));

    assertThat(next(booked, AT_FIRST, day(1)).orElseThrow().at()).isAfter(day(100));
  }

  @Test
  void halving_finds_what_a_look_every_hour_finds() {
    Recalibration rising = new Recalibration(0.1, 0.9, -0.1, 0.1, 0.05);
    Recalibration falling = new Recalibration(0.2, 1.4, 0.1, -0.1, 0.05);
    List<GuestProfile> guests =
        List.of(
            well,
            profile(stayed(0, null), stayed(20, null), stayed(41, null)),
            profile(stayed(0, null), stayed(7, null), booked(9, "B2", 30, 2)),
            profile(stayed(0, null), stayed(7, null), booked(9, "B2", 30, 2), checkedIn(30, "B2")),
            profile(stayed(0, null), stayed(7, null), booked(9, "B2", 30, 2), cancelled(20, "B2")));
    for (Recalibration layer : List.of(Recalibration.NONE, rising, falling)) {
      RiskModel model = Priors.MODEL.with(layer, 0.7);
      for (GuestProfile guest : guests) {
        Instant asOf = day(41);
        Standing now = CROSSINGS.standing(guest, AT_FIRST, asOf, model);
        Optional<Crossing> found = CROSSINGS.next(guest, now, asOf, model);
        Instant end = found.map(Crossing::at).orElse(day(1_300));
        for (Instant on = asOf; on.isBefore(end.minusSeconds(60)); on = on.plusSeconds(3_600)) {
          assertThat(CROSSINGS.standing(guest, now, on, model)).as("%s", on).isEqualTo(now);
        }
        found.ifPresent(
            crossing ->
                assertThat(CROSSINGS.standing(guest, now, crossing.at(), model))
                    .isEqualTo(crossing.to())
                    .isNotEqualTo(now));
      }
    }
  }

  private static Optional<Crossing> next(GuestProfile guest, Standing before, Instant asOf) {
    return CROSSINGS.next(guest, before, asOf, Priors.MODEL);
  }

  private static Standing standing(GuestProfile guest, Instant asOf) {
    return CROSSINGS.standing(guest, AT_FIRST, asOf, Priors.MODEL);
  }
}
