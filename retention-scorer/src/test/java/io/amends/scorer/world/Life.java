package io.amends.scorer.world;

import io.amends.scorer.domain.fact.GuestFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One guest of a world.
 *
 * @param facts as the hotel saw them, in the order in which they happened
 * @param leftAt when the guest, unseen, left for good; null if not within the world's days
 */
public record Life(String guest, List<GuestFact> facts, @Nullable Instant leftAt) {

  public Life {
    facts = List.copyOf(facts);
  }
}
