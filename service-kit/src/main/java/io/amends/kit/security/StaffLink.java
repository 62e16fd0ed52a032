package io.amends.kit.security;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The link in an alert: it lets one person do one of a few things to one case, in one cycle,
 * without a login. Opening it changes nothing.
 *
 * @param subject what it is about, by names that only the maker and the reader understand
 */
public record StaffLink(
    String person, String role, String property, Map<String, String> subject, Instant expiresAt) {

  /** What such a link is good for. */
  public static final String USE = "staff";

  public StaffLink {
    subject = Map.copyOf(subject);
  }

  public SignedLink toLink() {
    Map<String, String> claims = new LinkedHashMap<>(subject);
    claims.put("person", person);
    claims.put("role", role);
    claims.put("property", property);
    return new SignedLink(USE, claims, expiresAt);
  }

  static Caller caller(SignedLink link) {
    return new Caller(
        link.claim("person"), Set.of(link.claim("role")), Set.of(link.claim("property")), link);
  }
}
