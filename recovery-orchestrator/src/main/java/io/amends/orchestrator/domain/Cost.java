package io.amends.orchestrator.domain;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.TierStart;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the delay costs by the 1-10-100 rule: one of the parts of a case.
 *
 * @param tiers when it gets dearer, in the order of time
 * @param entered how many of them have begun; 0 before the case opened
 * @param stopped whether it was made good, or closed: then it gets no dearer
 */
public record Cost(List<TierStart> tiers, int entered, boolean stopped) {

  static final Cost NONE = new Cost(List.of(), 0, true);

  public Cost {
    tiers = List.copyOf(tiers);
  }

  /**
   * The tier of the case.
   *
   * @throws IllegalStateException if the case is not open yet
   */
  TierStart current() {
    if (entered == 0) {
      throw new IllegalStateException("tier: none (expected: an open case)");
    }
    return tiers.get(entered - 1);
  }

  Stream<TierStart> toCome() {
    return stopped ? Stream.of() : tiers.stream().skip(entered);
  }

  /** What a tier would have cost; one that the case skips costs what the next one does. */
  Nights exposureIn(CostTier tier) {
    return tiers.stream()
        .filter(start -> start.tier().compareTo(tier) >= 0)
        .findFirst()
        .map(TierStart::exposure)
        .orElseGet(() -> tiers.getLast().exposure());
  }

  Cost next() {
    return new Cost(tiers, entered + 1, stopped);
  }

  /** The current tier as it is now, and those to come. */
  Cost changed(List<TierStart> currentAndNext) {
    return new Cost(
        Stream.concat(tiers.stream().limit(entered - 1L), currentAndNext.stream()).toList(),
        entered,
        stopped);
  }

  /** Somebody else owns the recovery from now on, whatever tier it enters. */
  Cost ownedBy(Role owner) {
    return new Cost(
        IntStream.range(0, tiers.size())
            .mapToObj(i -> i < entered - 1 ? tiers.get(i) : tiers.get(i).ownedBy(owner))
            .toList(),
        entered,
        stopped);
  }

  Cost stop() {
    return new Cost(tiers, entered, true);
  }
}
