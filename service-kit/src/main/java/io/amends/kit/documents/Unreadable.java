package io.amends.kit.documents;

/**
 * A text that is no document; it says where it ceases to be one, and nothing of what stands there.
 */
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String found;
  private final String expected;

  Unreadable(Place place, String found, String expected) {
    super("%s: %s (expected: %s)".formatted(place, found, expected));
    this.place = place;
    this.found = found;
    this.expected = expected;
  }

  public Place place() {
    return place;
  }

  public String found() {
    return found;
  }

  public String expected() {
    return expected;
  }
}
