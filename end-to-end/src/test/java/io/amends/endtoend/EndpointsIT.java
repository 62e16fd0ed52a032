package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.amends.endtoend.Chain.Answer;
import io.amends.local.program.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint of every service, as its own document names it: a new one is in here by itself.
 */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndpointsIT {

  /** One thing that can be asked. */
  private record Operation(String method, String path, boolean open) {}

  @ParameterizedTest
  @ValueSource(
      strings = {Ports.INTAKE, Ports.ORCHESTRATOR, Ports.SCORER, Ports.NOTIFICATION, Ports.DESK})
  void whoever_has_no_good_token_is_refused(String service, Chain chain) throws Exception {
    List<Operation> operations = operations(chain, service);
    assertThat(operations).as("what %s tells", service).hasSizeGreaterThan(1);
    List<String> let = new ArrayList<>();
    for (Map.Entry<String, String> bad : badTokens(chain).entrySet()) {
      for (Operation operation : operations) {
        Answer answer =
            chain.ask(service, operation.method(), filled(operation.path()), bad.getValue());
        if (!operation.open() && answer.status() != 401 && answer.status() != 403) {
          let.add("%s with %s: %d".formatted(operation, bad.getKey(), answer.status()));
        }
      }
    }
    assertThat(let).isEmpty();
  }

  private static List<Operation> operations(Chain chain, String service) {
    JsonNode document = chain.open(chain.stack().ports().url(service) + "/openapi").json();
    assertThat(document.path("info").path("title").asString()).isEqualTo("Amends " + service);
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        each ->
                            operations.add(
                                new Operation(
                                    each.getKey(),
                                    path.getKey(),
                                    each.getValue().path("security").isArray()))));
    return operations;
  }

  /** None; forged; and, by the provider's own key, expired and for somebody else. */
  private static Map<String, String> badTokens(Chain chain)
      throws IOException, JOSEException, ParseException {
    Path key = chain.stack().data().stateOf(Ports.IDENTITY).resolve("signing-key.json");
    RSAKey provider = RSAKey.parse(Files.readString(key));
    SignedJWT good = SignedJWT.parse(chain.token("HEAD_OFFICE", "hq"));
    JWTClaimsSet claims = good.getJWTClaimsSet();
    RSAKey ours =
        new RSAKeyGenerator(2048).keyID(provider.getKeyID()).generate(); // under the same name
    Date past = Date.from(Instant.EPOCH.plusSeconds(60));
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("none", "");
    bad.put("garbage", "garbage");
    bad.put("forged", signed(claims, ours));
    bad.put(
        "expired", signed(new JWTClaimsSet.Builder(claims).expirationTime(past).build(), provider));
    bad.put(
        "for others",
        signed(new JWTClaimsSet.Builder(claims).audience("payroll").build(), provider));
    bad.put(
        "of another issuer",
        signed(new JWTClaimsSet.Builder(claims).issuer("http://elsewhere").build(), provider));
    return bad;
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[^}]*}", "1");
  }
}
