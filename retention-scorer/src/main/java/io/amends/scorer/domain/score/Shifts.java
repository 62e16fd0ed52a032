package io.amends.scorer.domain.score;

import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Factor;
import io.amends.scorer.domain.model.Lookup;
import io.amends.scorer.domain.reading.Clues;
import io.amends.scorer.domain.score.Reason.Code;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** By how much each thing seen has moved the log odds of leaving by now, no event too far. */
final class Shifts {

  private static final Clue[] RELATIONSHIP = of(Factor.RELATIONSHIP);
  private static final Clue[] ATTITUDE = of(Factor.ATTITUDE);

  /** Less than a rounding is held back by nobody. */
  private static final double ROUNDING = 1e-12;

  /** One of them. */
  record Shift(Code code, Factor factor, double size) {}

  private final Statistics guest;
  private final Lookup known;
  private final Steps steps;

  Shifts(Statistics guest, Lookup known, Steps steps) {
    this.guest = guest;
    this.known = known;
    this.steps = steps;
  }

  /** All of them, in the order in which an explanation puts them in place. */
  List<Shift> all(Instant asOf) {
    long now = asOf.getEpochSecond();
    List<Shift> all = new ArrayList<>();
    for (Clue clue : RELATIONSHIP) {
      add(all, clue, size(clue, guest, known));
    }
    for (Clue clue : ATTITUDE) {
      add(all, clue, limited(clue, guest, known, steps));
    }
    Sight sight = new Sight(guest, known);
    List<Shift> seen = sight.shifts(now);
    all.addAll(seen);
    double heldBack = new Course(sight, now).at(now, steps) - sum(seen);
    if (Math.abs(heldBack) > ROUNDING) {
      all.add(new Shift(new Code.HeldBack(), Factor.FAILURE, heldBack));
    }
    return all;
  }

  /** What speaks of the relationship, together. */
  static double relationship(Statistics guest, Lookup known) {
    double sum = 0;
    for (Clue clue : RELATIONSHIP) {
      sum += size(clue, guest, known);
    }
    return sum;
  }

  /** What speaks of the guest's attitude, together. */
  static double attitude(Statistics guest, Lookup known, Steps steps) {
    if (guest.episode().attitude().counts().isEmpty()) {
      return 0;
    }
    double sum = 0;
    for (Clue clue : ATTITUDE) {
      sum += limited(clue, guest, known, steps);
    }
    return sum;
  }

  /** Each time was an event of its own. */
  private static double limited(Clue clue, Statistics guest, Lookup known, Steps steps) {
    int times = amount(clue, guest);
    return times == 0 ? 0 : times * steps.limited(known.weight(clue));
  }

  private void add(List<Shift> all, Clue clue, double size) {
    if (size != 0) {
      all.add(new Shift(new Code.Seen(clue, amount(clue, guest)), clue.factor(), size));
    }
  }

  private static double size(Clue clue, Statistics guest, Lookup known) {
    int amount = amount(clue, guest);
    return amount == 0 ? 0 : amount * known.weight(clue);
  }

  /** Relationship and attitude are told without their times. */
  private static int amount(Clue clue, Statistics guest) {
    return Clues.amount(clue, guest, Long.MAX_VALUE);
  }

  static double sum(List<Shift> shifts) {
    double sum = 0;
    for (Shift shift : shifts) {
      sum += shift.size();
    }
    return sum;
  }

  private static Clue[] of(Factor factor) {
    return Arrays.stream(Clue.values())
        .filter(clue -> clue.factor() == factor)
        .toArray(Clue[]::new);
  }
}
