package io.amends.kit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.edge.Edge.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(Edge.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest {

  private final Edge edge;
  private final JsonNode document;

  OpenApiTest(Edge edge) {
    this.edge = edge;
    document = edge.get("/openapi").json();
  }

  @Test
  void it_has_every_path_and_nothing_else() {
    assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
    assertThat(document.path("paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/open",
            "/partners",
            "/caller",
            "/money",
            "/chain",
            "/rooms/{room}",
            "/wishes",
            "/busy",
            "/undeclared",
            "/openapi");
  }

  @Test
  void it_tells_who_may_ask_by_the_rule_that_is_enforced() {
    JsonNode paths = document.path("paths");
    assertThat(paths.at("/~1money/get/x-roles")).hasToString("[\"GENERAL_MANAGER\"]");
    assertThat(paths.at("/~1caller/get/x-roles")).hasToString("[\"*\"]");
    assertThat(paths.at("/~1partners/get/x-roles")).hasToString("[\"*\",\"PARTNER\"]");
    assertThat(paths.at("/~1chain/get/x-everywhere").asBoolean()).isTrue();
    assertThat(paths.at("/~1undeclared/get").has("x-roles")).isFalse();
    assertThat(paths.at("/~1open/get").has("x-roles")).isFalse();
  }

  @Test
  void it_names_what_a_request_needs() {
    JsonNode room = document.path("paths").path("/rooms/{room}").path("get").path("parameters");
    assertThat(room.path(0).path("name").asString()).isEqualTo("room");
    assertThat(room.path(0).path("in").asString()).isEqualTo("path");
    assertThat(room.path(1).path("name").asString()).isEqualTo("nights");
    assertThat(room.path(1).path("required").asBoolean()).isTrue();
    assertThat(room.path(1).path("schema").path("type").asString()).isEqualTo("integer");
  }

  @Test
  void it_tells_records_once_by_their_name() {
    JsonNode wish = document.path("paths").path("/wishes").path("post").path("requestBody");
    assertThat(wish.path("required").asBoolean()).isFalse();
    assertThat(wish.at("/content/application~1json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Wish");
    assertThat(document.at("/components/schemas/Wish/properties/nights/type").asString())
        .isEqualTo("integer");
    assertThat(document.at("/components/schemas/Seen/properties/roles/items/type").asString())
        .isEqualTo("string");
  }

  /** A new endpoint is in here by itself. */
  @TestFactory
  Stream<DynamicTest> whoever_has_no_good_token_is_refused() {
    String expired =
        edge.issuer().sign(edge.issuer().claims().expirationTime(Date.from(Instant.EPOCH)).build());
    String foreign = edge.issuer().sign(edge.issuer().claims().audience("payroll").build());
    String forged = TestIssuer.sign(edge.issuer().claims().build(), TestIssuer.newKey());
    List<DynamicTest> tests = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            Stream.of("", expired, foreign, forged)
                                .forEach(
                                    token ->
                                        tests.add(
                                            DynamicTest.dynamicTest(
                                                operation.getKey() + " " + path.getKey(),
                                                () ->
                                                    assertRefused(
                                                        path.getKey(),
                                                        operation.getKey(),
                                                        token,
                                                        operation.getValue()))))));
    assertThat(tests).hasSizeGreaterThan(20);
    return tests.stream();
  }

  private void assertRefused(String path, String method, String token, JsonNode operation) {
    boolean open = operation.path("security").isArray();
    Answer answer = edge.ask(method, path.replaceAll("\\{[^}]*}", "1"), token);
    if (open && token.isEmpty()) {
      assertThat(answer.status()).isEqualTo(200);
    } else {
      assertThat(answer.status()).isEqualTo(401);
    }
  }
}
