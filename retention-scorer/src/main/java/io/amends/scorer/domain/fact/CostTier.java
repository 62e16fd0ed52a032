package io.amends.scorer.domain.fact;

import java.time.Duration;

/** How much dearer a recovery has become by waiting: the 1-10-100 rule of cost of delay. */
public enum CostTier {
  ON_THE_SPOT(Duration.ZERO),
  SAME_DAY(Duration.ofMinutes(30)),
  NEXT_DAY(Duration.ofDays(1)),
  LATER(Duration.ofDays(2));

  private final Duration atTheLatest;
  private final long seconds;

  CostTier(Duration atTheLatest) {
    this.atTheLatest = atTheLatest;
    this.seconds = atTheLatest.toSeconds();
  }

  /**
   * When a complaint is in this tier even if nobody said so. A business date may roll earlier, so a
   * tier that was told is never overtaken by this; policy {@code costOfDelay.tiers}.
   */
  public Duration atTheLatest() {
    return atTheLatest;
  }

  /** The same, in seconds. */
  public long secondsAtTheLatest() {
    return seconds;
  }
}
