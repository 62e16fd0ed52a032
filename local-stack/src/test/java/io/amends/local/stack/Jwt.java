package io.amends.local.stack;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a token with the JDK alone, as a foreign system would. */
final class Jwt {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String[] parts;

  Jwt(String token) {
    this.parts = token.split("\\.", -1);
  }

  JsonNode header() {
    return JSON.readTree(decoded(parts[0]));
  }

  JsonNode claims() {
    return JSON.readTree(decoded(parts[1]));
  }

  /** Whether one of the published keys has signed it. */
  boolean isSignedBy(String jwks) throws GeneralSecurityException {
    for (JsonNode key : JSON.readTree(jwks).path("keys")) {
      if (key.path("kid").equals(header().path("kid"))) {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publicKey(key));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(decoded(parts[2]));
      }
    }
    return false;
  }

  private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e"))));
  }

  private static BigInteger number(JsonNode base64) {
    return new BigInteger(1, decoded(base64.asString()));
  }

  private static byte[] decoded(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
