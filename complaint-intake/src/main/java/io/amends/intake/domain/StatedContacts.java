package io.amends.intake.domain;

import io.amends.contracts.GuestId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Under which keys of the directory the addresses of one guest's id lie.
 *
 * @param keys by {@link WhoIsIt#contactKey}
 * @param movedTo to which id this one was joined; null: to none
 */
public record StatedContacts(List<String> keys, @Nullable GuestId movedTo) {

  public static final StatedContacts NONE = new StatedContacts(List.of(), null);

  public StatedContacts {
    keys = List.copyOf(keys);
  }

  /** With these addresses in place of those that were. */
  public StatedContacts with(List<String> now) {
    return new StatedContacts(now, movedTo);
  }

  /** The id was joined to another. */
  public StatedContacts movedTo(GuestId to) {
    return new StatedContacts(keys, to);
  }

  /** Which of the keys this guest has no more, and which it has now and had not. */
  public Map<String, Boolean> changedTo(StatedContacts after) {
    Map<String, Boolean> changed = new TreeMap<>();
    keys.stream().filter(key -> !after.keys.contains(key)).forEach(key -> changed.put(key, false));
    after.keys.stream().filter(key -> !keys.contains(key)).forEach(key -> changed.put(key, true));
    return changed;
  }

  public boolean isNothing() {
    return keys.isEmpty() && movedTo == null;
  }
}
