package io.amends.endtoend;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.amends.local.program.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tokens that the provider would not issue: some by its own key, since these are the hard ones. */
final class Counterfeits {

  private final RSAKey provider;
  private final JWTClaimsSet good;

  Counterfeits(Chain chain) throws IOException, ParseException {
    Path key = chain.stack().data().stateOf(Ports.IDENTITY).resolve("signing-key.json");
    provider = RSAKey.parse(Files.readString(key));
    good = SignedJWT.parse(chain.token("HEAD_OFFICE", "hq")).getJWTClaimsSet();
  }

  /** By what is wrong with them; the first is none at all. */
  Map<String, String> bad() throws JOSEException {
    RSAKey ours =
        new RSAKeyGenerator(2048).keyID(provider.getKeyID()).generate(); // under the same name
    Date past = Date.from(Instant.EPOCH.plusSeconds(60));
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("none", "");
    bad.put("garbage", "garbage");
    bad.put("forged", signed(good, ours));
    bad.put("expired", signed(but().expirationTime(past).build(), provider));
    bad.put("for others", signed(but().audience("payroll").build(), provider));
    bad.put("of another issuer", signed(but().issuer("http://elsewhere").build(), provider));
    return bad;
  }

  /** Somebody whom the provider knows and who has no role at all. */
  String withoutRole() throws JOSEException {
    return signed(but().claim("roles", List.of()).build(), provider);
  }

  private JWTClaimsSet.Builder but() {
    return new JWTClaimsSet.Builder(good);
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
