package io.amends.intake.pages;

import io.amends.kit.security.SignedLink;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a complaint form was opened. A room's or an outlet's names a place and never a guest: the
 * next guest of the room reads the same code. A stay's names the stay.
 *
 * @param room as its door says; null: the guest is asked
 * @param outlet such as the pool bar; null: none
 * @param language in which it opens, BCP 47; null: the browser's
 */
record FormLink(
    String propertyId,
    @Nullable String room,
    @Nullable String outlet,
    @Nullable String stayId,
    @Nullable String language) {

  static final String USE = "complain";

  SignedLink until(Instant expiresAt) {
    Map<String, String> claims = new TreeMap<>();
    claims.put("property", propertyId);
    put(claims, "room", room);
    put(claims, "outlet", outlet);
    put(claims, "stay", stayId);
    put(claims, "language", language);
    return new SignedLink(USE, claims, expiresAt);
  }

  private static void put(Map<String, String> claims, String name, @Nullable String value) {
    if (value != null) {
      claims.put(name, value);
    }
  }

  static FormLink of(SignedLink link) {
    Map<String, String> claims = link.claims();
    return new FormLink(
        link.claim("property"),
        claims.get("room"),
        claims.get("outlet"),
        claims.get("stay"),
        claims.get("language"));
  }
}
