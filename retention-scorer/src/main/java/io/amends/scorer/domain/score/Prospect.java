package io.amends.scorer.domain.score;

import io.amends.scorer.domain.model.Lookup;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.score.Scorer.Risk;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The risk of one guest of whom nothing more is heard, at one moment or at many. What time does not
 * change is worked out once.
 */
final class Prospect {

  private final Statistics guest;
  private final RiskModel model;
  private final Steps steps;

  /** Log odds of leaving, all but what failed. */
  private final double own;

  /** Null if nothing was seen. */
  private final @Nullable Course course;

  /** Of statistics that stand as they are until {@code last}. */
  Prospect(Statistics guest, Instant last, RiskModel model, Steps steps) {
    this.guest = guest;
    this.model = model;
    this.steps = steps;
    Lookup known = model.lookup();
    double leaving = known.leaving(guest.arrivals().survived()) + Shifts.relationship(guest, known);
    if (guest.episode().isEmpty()) {
      own = leaving;
      course = null;
    } else {
      own = leaving + Shifts.attitude(guest, known, steps);
      course = new Course(new Sight(guest, known), last.getEpochSecond());
    }
  }

  Statistics guest() {
    return guest;
  }

  /** Whether nothing that was seen ever makes the guest stand worse than expected. */
  boolean isAsExpected() {
    return course == null || course.isFlat();
  }

  Risk at(Instant asOf) {
    Situation situation = new Situation(guest, asOf, model);
    double failed = course == null ? 0 : course.at(asOf.getEpochSecond(), steps);
    double alive = situation.alive(own + failed);
    double noStay = situation.noStayIf(alive);
    double expected = failed == 0 ? noStay : situation.noStay(own);
    return new Risk(Math.min(1 - alive, noStay), noStay, expected);
  }
}
