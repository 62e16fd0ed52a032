package io.amends.intake.pages;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.security.SignedLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes and reads links to the complaint form. */
public final class FormLinks {

  /** Ours: a code on a wall is printed once in the life of its frame. */
  private static final Duration OF_PLACE = Duration.ofDays(5 * 365);

  /** Ours: as long as most people write after a stay. */
  private static final Duration OF_STAY = Duration.ofDays(60);

  private final String base;
  private final SignedLinks links;
  private final HotelClock clock;

  /**
   * Prepares it.
   *
   * @param base where guests reach this service, without a slash at the end
   */
  public FormLinks(String base, SignedLinks links, HotelClock clock) {
    this.base = base;
    this.links = links;
    this.clock = clock;
  }

  /** A link and when it ends. */
  record Made(String url, Instant expiresAt) {}

  Made make(FormLink link) {
    Instant end = clock.instant().plus(link.stayId() == null ? OF_PLACE : OF_STAY);
    return new Made(base + "/complain/" + links.sign(link.until(end)), end);
  }

  Optional<FormLink> read(String token) {
    return links.read(token, FormLink.USE).map(FormLink::of);
  }
}
