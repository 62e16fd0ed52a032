package io.amends.kit.security;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a link says that is a key by itself.
 *
 * @param use what it is good for; a link for one thing is none for another
 * @param claims whom and what it is about
 * @param expiresAt hotel time after which it is void
 */
public record SignedLink(String use, Map<String, String> claims, Instant expiresAt) {

  public SignedLink {
    claims = Collections.unmodifiableMap(new TreeMap<>(claims)); // the same link is the same text
  }

  /**
   * One of its claims.
   *
   * @throws IllegalArgumentException if it has no such claim
   */
  public String claim(String name) {
    String value = claims.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "link: without %s (expected: a link for %s)".formatted(name, use));
    }
    return value;
  }
}
