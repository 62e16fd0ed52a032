package io.amends.scorer.domain.score;

import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Factor;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.reading.Clues;
import io.amends.scorer.domain.score.Reason.Code;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;

/** By how much each thing seen has moved the log odds of leaving by now, no event too far. */
final class Shifts {

  private static final List<Clue> RELATIONSHIP = of(Factor.RELATIONSHIP);
  private static final List<Clue> ATTITUDE = of(Factor.ATTITUDE);

  /** One of them. */
  record Shift(Code code, Factor factor, double size) {}

  private final Statistics guest;
  private final Instant asOf;
  private final RiskModel model;
  private final Steps steps;

  Shifts(Statistics guest, Instant asOf, RiskModel model, Steps steps) {
    this.guest = guest;
    this.asOf = asOf;
    this.model = model;
    this.steps = steps;
  }

  /** All of them, in the order in which an explanation puts them in place. */
  List<Shift> all() {
    List<Shift> all = new ArrayList<>();
    for (Clue clue : RELATIONSHIP) {
      add(all, clue, size(clue));
    }
    for (Clue clue : ATTITUDE) { // each time was an event of its own
      int times = Clues.amount(clue, guest, asOf);
      add(all, clue, times == 0 ? 0 : times * steps.limited(size(clue) / times));
    }
    List<Shift> seen = new Sight(guest, guest.episode(), asOf, model).shifts();
    all.addAll(seen);
    double heldBack = admitted(sum(seen)) - sum(seen);
    if (heldBack != 0) {
      all.add(new Shift(new Code.HeldBack(), Factor.FAILURE, heldBack));
    }
    return all;
  }

  /**
   * Where what was seen of failure and recovery has brought the guest, one event after another.
   *
   * @param now what all of it weighs in full
   */
  private double admitted(double now) {
    Episode episode = guest.episode();
    NavigableSet<Instant> moments = episode.moments(asOf);
    double moved = 0;
    for (Instant moment : moments) {
      double full =
          moment.equals(moments.last())
              ? now
              : sum(new Sight(guest, episode.knownAt(moment), moment, model).shifts());
      moved = steps.towards(full, moved, moment, asOf);
    }
    return moved;
  }

  private void add(List<Shift> all, Clue clue, double size) {
    if (size != 0) {
      int amount = Clues.amount(clue, guest, asOf);
      all.add(new Shift(new Code.Seen(clue, amount), clue.factor(), size));
    }
  }

  private double size(Clue clue) {
    return Clues.amount(clue, guest, asOf) * model.weights().of(clue);
  }

  static double sum(List<Shift> shifts) {
    double sum = 0;
    for (Shift shift : shifts) {
      sum += shift.size();
    }
    return sum;
  }

  private static List<Clue> of(Factor factor) {
    return Arrays.stream(Clue.values()).filter(clue -> clue.factor() == factor).toList();
  }
}
