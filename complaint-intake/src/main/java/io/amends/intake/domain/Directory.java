package io.amends.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who was found under one key of the directory, the newest last. */
public record Directory(List<Whereabouts> entries) {

  public static final Directory EMPTY = new Directory(List.of());

  /** Ours: a room has a handful of guests a week; older ones matter to nobody any more. */
  private static final int KEPT = 20;

  public Directory {
    entries = List.copyOf(entries);
  }

  /** Who it was at an instant; of two, the one who came later. */
  public Optional<Whereabouts> at(Instant at) {
    return entries.reversed().stream().filter(entry -> entry.covers(at)).findFirst();
  }

  /** With one more; whoever was there before has left by then. */
  public Directory with(Whereabouts entry) {
    List<Whereabouts> more = new ArrayList<>();
    for (Whereabouts known : entries) {
      boolean sameGuest = known.guestId().equals(entry.guestId());
      if (!sameGuest || !known.from().equals(entry.from())) {
        more.add(known.covers(entry.from()) ? known.endedAt(entry.from()) : known);
      }
    }
    more.add(entry);
    return new Directory(more.subList(Math.max(0, more.size() - KEPT), more.size()));
  }
}
