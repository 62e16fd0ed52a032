package io.amends.intake.http;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.security.SignedLink;
import io.amends.kit.security.SignedLinks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Links by which a guest sees what becomes of a complaint, without a login. */
public final class Tracking {

  static final String USE = "track";
  static final String COMPLAINT = "complaint";
  static final String LANGUAGE = "language";

  /** Ours: as long as the case's own life. */
  private static final Duration VALID = Duration.ofDays(180);

  private final String base;
  private final SignedLinks links;
  private final HotelClock clock;

  /**
   * Prepares it.
   *
   * @param base where guests reach this service, without a slash at the end
   */
  public Tracking(String base, SignedLinks links, HotelClock clock) {
    this.base = base;
    this.links = links;
    this.clock = clock;
  }

  /**
   * Makes one.
   *
   * @param language in which the guest spoke, BCP 47; null: nobody knows
   */
  public String urlOf(String complaintId, @Nullable String language) {
    Map<String, String> claims = new TreeMap<>(Map.of(COMPLAINT, complaintId));
    if (language != null) {
      claims.put(LANGUAGE, language);
    }
    return base + "/track/" + links.sign(new SignedLink(USE, claims, clock.instant().plus(VALID)));
  }

  /** What a link says; empty if it is none of ours, or no longer valid. */
  public Optional<SignedLink> read(String token) {
    return links.read(token, USE);
  }

  /** Which complaint it is about. */
  public static String complaintOf(SignedLink link) {
    return link.claim(COMPLAINT);
  }

  /** In which language the guest spoke, BCP 47; null: nobody knows. */
  public static @Nullable String languageOf(SignedLink link) {
    return link.claims().get(LANGUAGE);
  }
}
