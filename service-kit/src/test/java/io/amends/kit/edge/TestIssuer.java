package io.amends.kit.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.amends.kit.clock.HotelClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** An OpenID provider as far as a resource server asks it: where its keys are, and which. */
final class TestIssuer implements AutoCloseable {

  private static final String KEY_ID = "key-1";

  private final HttpServer server;
  private final RSAKey key = newKey();

  TestIssuer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(
        "/.well-known/openid-configuration",
        """
        {"issuer":"%1$s","jwks_uri":"%1$s/jwks","authorization_endpoint":"%1$s/authorize",
         "subject_types_supported":["public"],"response_types_supported":["code"],
         "id_token_signing_alg_values_supported":["RS256"]}"""
            .formatted(address()));
    answer("/jwks", new JWKSet(key.toPublicJWK()).toString());
    server.start();
  }

  private void answer(String path, String json) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Claims of a good token; a test spoils one of them. */
  JWTClaimsSet.Builder claims() {
    Instant now = HotelClock.system().instant();
    return new JWTClaimsSet.Builder()
        .issuer(address())
        .audience("amends")
        .subject("S-ANA")
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now.minusSeconds(10)))
        .expirationTime(Date.from(now.plusSeconds(600)))
        .claim("roles", List.of("DUTY_MANAGER"))
        .claim("properties", List.of("SHA-BUND"));
  }

  String sign(JWTClaimsSet claims) {
    return sign(claims, key);
  }

  static String sign(JWTClaimsSet claims, RSAKey key) {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build(), claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
    return token.serialize();
  }

  /** Signed with what everybody can read, as if it were a shared secret. */
  String signedWithThePublicKey(JWTClaimsSet claims) {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY_ID).build(), claims);
    try {
      token.sign(new MACSigner(key.toPublicKey().getEncoded()));
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
    return token.serialize();
  }

  static String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
