package io.amends.kit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.security.SignedLink;
import io.amends.kit.security.StaffLink;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deny by default: issuer, audience, time and signature of a token; what a link is good for. */
@ExtendWith(Edge.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityTest {

  private final Instant now = HotelClock.system().instant();

  private final Edge edge;

  SecurityTest(Edge edge) {
    this.edge = edge;
  }

  @Test
  void a_good_token_says_who_calls_in_which_roles_and_for_which_properties() {
    Edge.Answer answer = edge.known("/caller");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .hasToString(
            "{\"id\":\"S-ANA\",\"roles\":[\"DUTY_MANAGER\"],\"properties\":[\"SHA-BUND\"]}");
  }

  @TestFactory
  Stream<DynamicTest> a_token_is_refused_that() {
    TestIssuer issuer = edge.issuer();
    Map<String, String> tokens =
        Map.ofEntries(
            Map.entry("somebody else signed", TestIssuer.sign(good().build(), TestIssuer.newKey())),
            Map.entry("nobody signed", TestIssuer.unsigned(good().build())),
            Map.entry(
                "is signed with the public key", issuer.signedWithThePublicKey(good().build())),
            Map.entry("is for another audience", issuer.sign(good().audience("payroll").build())),
            Map.entry("is for no audience", issuer.sign(good().audience((String) null).build())),
            Map.entry(
                "another issuer made", issuer.sign(good().issuer("http://localhost:1").build())),
            Map.entry("names no issuer", issuer.sign(good().issuer(null).build())),
            Map.entry(
                "has expired",
                issuer.sign(good().expirationTime(Date.from(now.minusSeconds(120))).build())),
            Map.entry(
                "is not valid yet",
                issuer.sign(good().notBeforeTime(Date.from(now.plusSeconds(600))).build())),
            Map.entry("names nobody", issuer.sign(good().subject(null).build())),
            Map.entry("is none", "abc"));
    return tokens.entrySet().stream()
        .map(
            token ->
                DynamicTest.dynamicTest(
                    token.getKey(), () -> assertRefused(edge.get("/caller", token.getValue()))));
  }

  @Test
  void a_partner_opens_what_is_for_partners_and_nothing_else() {
    String partner = edge.issuer().sign(good().claim("roles", List.of("PARTNER")).build());
    assertThat(edge.get("/partners", partner).status()).isEqualTo(200);
    assertThat(edge.get("/caller", partner).status()).isEqualTo(403);
    String both =
        edge.issuer().sign(good().claim("roles", List.of("PARTNER", "HEAD_OFFICE")).build());
    assertThat(edge.get("/caller", both).status()).isEqualTo(403);
    assertThat(edge.known("/partners").status()).isEqualTo(200);
    assertRefused(edge.get("/partners", "abc"));
  }

  @Test
  void a_role_is_asked_for_by_the_method_that_answers() {
    assertThat(edge.known("/money").status()).isEqualTo(403);
    assertThat(edge.get("/money", withRoles("GENERAL_MANAGER", "FRONT_LINE")).status())
        .isEqualTo(200);
    assertThat(edge.get("/money", withRoles("GENERAL_MANAGER", "PARTNER")).status()).isEqualTo(403);
    assertThat(edge.ask("POST", "/money", edge.goodToken()).status()).isEqualTo(405);
    assertThat(edge.ask("HEAD", "/money", edge.goodToken()).status()).isEqualTo(403);
  }

  @Test
  void what_concerns_the_chain_is_for_whoever_holds_for_all_of_it() {
    assertThat(edge.known("/chain").status()).isEqualTo(403);
    String everywhere = edge.issuer().sign(good().claim("properties", List.of("*")).build());
    assertThat(edge.get("/chain", everywhere).status()).isEqualTo(200);
  }

  @Test
  void what_is_declared_for_nobody_answers_nobody() {
    assertThat(edge.known("/undeclared").status()).isEqualTo(403);
    assertThat(edge.get("/undeclared", withRoles("HEAD_OFFICE")).status()).isEqualTo(403);
  }

  private String withRoles(String... roles) {
    return edge.issuer().sign(good().claim("roles", List.of(roles)).build());
  }

  private JWTClaimsSet.Builder good() {
    return edge.issuer().claims();
  }

  private static void assertRefused(Edge.Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.json().path("type").asString())
        .isEqualTo("urn:amends:problem:no-valid-token");
  }

  @Test
  void a_token_without_roles_and_properties_holds_for_none() {
    String token =
        edge.issuer().sign(good().claim("roles", null).claim("properties", null).build());
    assertThat(edge.get("/caller", token).json())
        .hasToString("{\"id\":\"S-ANA\",\"roles\":[],\"properties\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/caller",
        "/rooms/12?nights=1",
        "/nowhere",
        "/actuator",
        "/actuator/env",
        "/actuator/heapdump",
        "/open/more",
        "/OPEN"
      })
  void without_a_token_nothing_is_open_that_is_not_named(String path) {
    assertRefused(edge.get(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/open", "/actuator/health/liveness", "/actuator/health", "/actuator/prometheus"})
  void what_is_named_is_open(String path) {
    assertThat(edge.get(path).status()).isEqualTo(200);
  }

  @Test
  void the_holder_of_a_link_is_the_person_it_was_made_for() {
    Edge.Answer answer = edge.get("/caller", "Staff-Link", edge.link(staffLink(inAnHour())));
    assertThat(answer.json())
        .hasToString("{\"id\":\"S-MEI\",\"roles\":[\"SUPERVISOR\"],\"properties\":[\"SHA-BUND\"]}");
  }

  @Test
  void a_link_is_refused_that_has_expired_or_was_changed_or_is_good_for_something_else() {
    String good = edge.link(staffLink(inAnHour()));
    String expired = edge.link(staffLink(now.minusSeconds(1)));
    String other = edge.link(new SignedLink("track", Map.of("person", "S-MEI"), inAnHour()));
    String changed = good.substring(0, good.length() - 2) + (good.endsWith("AA") ? "BB" : "AA");
    for (String link : List.of(expired, other, changed, "x", good.substring(0, 20))) {
      assertRefused(edge.get("/caller", "Staff-Link", link));
    }
  }

  private Instant inAnHour() {
    return edge.bean(HotelClock.class).instant().plus(Duration.ofHours(1));
  }

  private static SignedLink staffLink(Instant expiresAt) {
    return new StaffLink("S-MEI", "SUPERVISOR", "SHA-BUND", Map.of("case", "C-1"), expiresAt)
        .toLink();
  }
}
