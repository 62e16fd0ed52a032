package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.SameMatter.Likeness;
import io.amends.contracts.recovery.SameMatter.Suggested;
import io.amends.contracts.recovery.Sighting;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of one hotel may be about the same: of the same matter or in the same room, not long
 * apart. A person decides.
 */
public final class Likenesses {

  /** Ours: nobody compares more than that. */
  private static final int SHOWN = 3;

  private Likenesses() {}

  /**
   * Those most alike, the likest and nearest in time first.
   *
   * @param known other cases of the same hotel
   * @param within how far apart they became known, at most
   */
  public static List<Suggested> of(Sighting seen, List<Sighting> known, Duration within) {
    return known.stream()
        .filter(other -> !other.of().equals(seen.of()))
        .filter(other -> apart(seen, other).compareTo(within) <= 0)
        .filter(other -> isAlike(alike(seen, other)))
        .sorted(
            Comparator.comparing((Sighting other) -> -alike(seen, other).size())
                .thenComparing(other -> apart(seen, other)))
        .limit(SHOWN)
        .map(other -> new Suggested(other.of(), alike(seen, other)))
        .toList();
  }

  private static boolean isAlike(Set<Likeness> alike) {
    return alike.contains(Likeness.ISSUE) || alike.contains(Likeness.ROOM);
  }

  private static Set<Likeness> alike(Sighting one, Sighting other) {
    Set<Likeness> alike = EnumSet.noneOf(Likeness.class);
    if (one.of().guestId().equals(other.of().guestId())) {
      alike.add(Likeness.GUEST);
    }
    if (same(one.stayId(), other.stayId())) {
      alike.add(Likeness.STAY);
    }
    if (one.issue().equals(other.issue())) {
      alike.add(Likeness.ISSUE);
    }
    if (same(one.room(), other.room())) {
      alike.add(Likeness.ROOM);
    }
    return alike;
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one != null
        && other != null
        && one.strip().toUpperCase(Locale.ROOT).equals(other.strip().toUpperCase(Locale.ROOT));
  }

  private static Duration apart(Sighting one, Sighting other) {
    return Duration.between(one.detectedAt(), other.detectedAt()).abs();
  }
}
