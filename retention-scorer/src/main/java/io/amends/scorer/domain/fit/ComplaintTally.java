package io.amends.scorer.domain.fit;

import io.amends.scorer.domain.evidence.Complaint;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMade;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMerged;
import io.amends.scorer.domain.fact.GuestFact.ComplaintResolved;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.model.Outlook;
import io.amends.scorer.domain.model.Outlook.Ends;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How complaints ended that had the time to end. */
final class ComplaintTally {

  /** The prior outlook counts as much as this many complaints. [ours] */
  private static final double PRIOR_CASES = 30;

  private final Instant cut;
  private final Map<Reference, Instant> open = new HashMap<>();
  private final Map<CostTier, Counts> byTier = new EnumMap<>(CostTier.class);

  ComplaintTally(Instant cut) {
    this.cut = cut;
    for (CostTier tier : CostTier.values()) {
      byTier.put(tier, new Counts());
    }
  }

  private static final class Counts {
    int quickly;
    int atLast;
    int all;
  }

  void add(GuestFact fact) {
    switch (fact) {
      case ComplaintMade made -> open.putIfAbsent(made.complaint(), made.at());
      case ComplaintResolved resolved -> {
        Instant made = open.remove(resolved.complaint());
        if (made != null && isMature(made)) {
          ended(Duration.between(made, resolved.at()));
        }
      }
      case ComplaintMerged merged -> open.remove(merged.complaint());
      default -> {} // says nothing about how a complaint ends
    }
  }

  void endOfGuest() {
    open.values().stream().filter(this::isMature).forEach(_ -> count(_ -> true, false, false));
    open.clear();
  }

  Outlook outlook(Outlook prior) {
    Map<CostTier, Ends> learned = new EnumMap<>(CostTier.class);
    byTier.forEach(
        (tier, counts) -> {
          Ends before = prior.of(tier);
          double all = PRIOR_CASES + counts.all;
          learned.put(
              tier,
              new Ends(
                  (PRIOR_CASES * before.quickly() + counts.quickly) / all,
                  (PRIOR_CASES * before.atLast() + counts.atLast) / all));
        });
    return new Outlook(learned);
  }

  private void ended(Duration delay) {
    boolean quickly = delay.compareTo(CostTier.NEXT_DAY.atTheLatest()) < 0;
    count(tier -> delay.compareTo(tier.atTheLatest()) >= 0, quickly, !quickly);
  }

  private void count(Predicate<CostTier> reached, boolean quickly, boolean atLast) {
    byTier.forEach(
        (tier, counts) -> {
          if (reached.test(tier)) {
            counts.all++;
            counts.quickly += quickly ? 1 : 0;
            counts.atLast += atLast ? 1 : 0;
          }
        });
  }

  private boolean isMature(Instant made) {
    return made.plus(Complaint.GIVEN_UP_AFTER).isBefore(cut);
  }
}
