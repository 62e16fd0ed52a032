package io.amends.intake.domain;

import io.amends.contracts.GuestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the guest of something is found: named; else by stay, by room at that hour, by a contact, in
 * this order; else a guest of its own.
 *
 * @param named by the source, chain-wide
 * @param keys of the directory to look under, the surest first
 * @param at when it happened: a room has another guest tomorrow
 * @param otherwise the same on every retry
 */
public record WhoIsIt(@Nullable GuestId named, List<String> keys, Instant at, GuestId otherwise) {

  private static final String STAY = "stay/";
  private static final String ROOM = "room/";
  private static final String CONTACT = "contact/";
  private static final String GUEST = "guest/";

  public WhoIsIt {
    keys = List.copyOf(keys);
  }

  /** The guest of one event. */
  static WhoIsIt of(
      Arrival arrival,
      @Nullable String guestId,
      @Nullable String stayId,
      @Nullable String propertyId,
      @Nullable String room,
      Instant at) {
    List<String> keys = new ArrayList<>();
    if (stayId != null) {
      keys.add(stayKey(stayId));
    }
    if (propertyId != null && room != null) {
      keys.add(roomKey(propertyId, room));
    }
    return new WhoIsIt(
        guestId == null ? null : arrival.from().chainWide(guestId),
        keys,
        at,
        OwnGuest.of(arrival.key()));
  }

  /**
   * The same, to be looked for under these too if nobody is named.
   *
   * @param contacts by {@link #contactKey}
   */
  public WhoIsIt alsoBy(List<String> contacts) {
    if (named != null || contacts.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(keys);
    all.addAll(contacts);
    return new WhoIsIt(null, all, at, otherwise);
  }

  /** The guest for now: the one named, else the one that nobody knows. */
  GuestId guest() {
    return named == null ? otherwise : named;
  }

  static String stayKey(String stayId) {
    return STAY + stayId;
  }

  /** Whether a key of the directory is a stay's. */
  public static boolean isStay(String key) {
    return key.startsWith(STAY);
  }

  /**
   * The key of a contact.
   *
   * @param hash by a key of ours: a directory of numbers would be one of people
   */
  public static String contactKey(String hash) {
    return CONTACT + hash;
  }

  /** Whether a key of the directory is a contact's. */
  public static boolean isContact(String key) {
    return key.startsWith(CONTACT);
  }

  /** Under which the directory says where a guest's id was joined to. */
  public static String guestKey(GuestId guest) {
    return GUEST + guest.value();
  }

  /** Whether a key of the directory is a guest's. */
  public static boolean isGuest(String key) {
    return key.startsWith(GUEST);
  }

  /** The hotel of a room's key; empty: it is the key of something else. */
  public static Optional<String> propertyOfRoom(String key) {
    String[] parts = key.split("/", 3);
    return key.startsWith(ROOM) && parts.length == 3 ? Optional.of(parts[1]) : Optional.empty();
  }

  /** People and systems write the same room in more than one way. */
  static String roomKey(String propertyId, String room) {
    return ROOM + propertyId + '/' + room.strip().toUpperCase(Locale.ROOT);
  }
}
