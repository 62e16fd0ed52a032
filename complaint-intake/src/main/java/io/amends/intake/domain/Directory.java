package io.amends.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Who was found under one key of the directory, in the order in which they came. */
public record Directory(List<Whereabouts> entries) {

  public static final Directory EMPTY = new Directory(List.of());

  /** Ours: a room has a handful of guests a week; older ones matter to nobody any more. */
  static final int KEPT = 20;

  public Directory {
    entries = List.copyOf(entries);
  }

  /** Who it was at an instant; of two, the one who came later. */
  public Optional<Whereabouts> at(Instant at) {
    return entries.reversed().stream().filter(entry -> entry.covers(at)).findFirst();
  }

  /** Whose it is, whenever it is asked: a stay belongs to one guest before and after it, too. */
  public Optional<Whereabouts> nearest(Instant at) {
    return at(at)
        .or(() -> entries.reversed().stream().filter(e -> !e.from().isAfter(at)).findFirst())
        .or(() -> entries.stream().findFirst());
  }

  /**
   * With one more, wherever in time it belongs: whoever was there before has left by then, and
   * whoever came after ends it.
   */
  public Directory with(Whereabouts entry) {
    List<Whereabouts> more = new ArrayList<>();
    Whereabouts added = entry;
    for (Whereabouts known : entries) {
      boolean again = known.guestId().equals(entry.guestId()) && known.from().equals(entry.from());
      if (!again) {
        more.add(known.covers(entry.from()) ? known.endedAt(entry.from()) : known);
      }
      if (known.from().isAfter(entry.from())
          && (added.until() == null || known.from().isBefore(added.until()))) {
        added = added.endedAt(known.from());
      }
    }
    more.add(added);
    more.sort(Comparator.comparing(Whereabouts::from)); // stable: of two at once, the later told
    return new Directory(more.subList(Math.max(0, more.size() - KEPT), more.size()));
  }

  /** The same fact with what is known of the stay from before. */
  public Whereabouts completed(Whereabouts fact) {
    return nearest(fact.from()).map(fact::after).orElse(fact);
  }

  /**
   * What a fact about a stay says of rooms, by their keys, beside the room that the event itself
   * named: the one that was left, and the one whose guest leaves at another hour.
   *
   * @param fact as it came, not completed yet
   */
  public Map<String, Whereabouts> ofRooms(Whereabouts fact) {
    Map<String, Whereabouts> rooms = new TreeMap<>();
    Whereabouts before = at(fact.from()).orElse(null);
    String old = before == null ? null : before.roomKey();
    if (before == null || old == null) {
      return rooms;
    }
    Whereabouts now = fact.after(before);
    boolean leaves = fact.until() != null && !old.equals(fact.roomKey());
    boolean moves = fact.until() == null && !old.equals(now.roomKey());
    boolean anotherHour = !Objects.equals(now.departureAt(), before.departureAt());
    if (leaves || moves) {
      rooms.put(old, before.left(fact.from()));
    }
    String to = now.roomKey();
    boolean moreIsKnown = moves ? !now.equals(fact) : anotherHour;
    if (fact.until() == null && to != null && moreIsKnown) {
      rooms.put(to, now);
    }
    return rooms;
  }
}
