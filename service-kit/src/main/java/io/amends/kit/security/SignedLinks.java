package io.amends.kit.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import io.amends.kit.events.Json;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Makes and reads signed links: a compact JWS (HMAC-SHA256) with a key id, so that keys can be
 * changed while links are out. The first key signs, all of them verify.
 */
public final class SignedLinks {

  private final Keyring keys;
  private final InstantSource clock;

  /**
   * Reads the keys.
   *
   * @param configured {@code id:key} pairs, the key in URL-safe Base64, with commas between, the
   *     newest first
   * @throws IllegalArgumentException if one is shorter than 32 bytes, or there is none
   */
  public SignedLinks(String configured, InstantSource clock) {
    this.clock = clock;
    this.keys = new Keyring(configured);
  }

  public String sign(SignedLink link) {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keys.newest()).build();
    JWSObject token = new JWSObject(header, new Payload(Json.bytes(link)));
    try {
      token.sign(new MACSigner(keys.find(keys.newest()).orElseThrow()));
    } catch (JOSEException impossible) {
      throw new IllegalStateException("link: not signed (expected: signed)", impossible);
    }
    return token.serialize();
  }

  /** What a token says; empty if it is not ours, for another use, or no longer valid. */
  public Optional<SignedLink> read(String token, String use) {
    try {
      JWSObject signed = JWSObject.parse(token);
      String id = signed.getHeader().getKeyID();
      byte[] key = id == null ? null : keys.find(id).orElse(null);
      boolean ours =
          key != null
              && JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())
              && signed.verify(new MACVerifier(key));
      return ours
          ? Optional.of(Json.read(signed.getPayload().toBytes(), SignedLink.class))
              .filter(link -> link.use().equals(use) && clock.instant().isBefore(link.expiresAt()))
          : Optional.empty();
    } catch (ParseException | JOSEException | JacksonException foreign) {
      return Optional.empty();
    }
  }
}
