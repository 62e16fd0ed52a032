package io.amends.local.opera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.inbound.RecoveryUpdated;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OperaTest {

  private static final Opera OPERA = new Opera(OperaTable.read(resource("table.yaml")));

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(OperaTest.class.getResourceAsStream("/opera/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<JsonNode> requests() {
    return resource("requests.ndjson").lines().map(Json.mapper()::readTree).toList();
  }

  private static String complaint(JsonNode request) {
    try {
      var complaint = OPERA.read(request).complaint();
      return complaint == null ? "none" : complaint.toString();
    } catch (IllegalArgumentException flaw) {
      return Objects.requireNonNull(flaw.getMessage());
    }
  }

  @Test
  void each_request_is_the_complaint_that_it_should_be() {
    assertThat(requests().stream().map(OperaTest::complaint))
        .containsExactlyElementsOf(resource("complaints.ndjson").lines().toList());
  }

  @Test
  void what_comes_of_it_is_of_the_contract_and_of_the_catalogue() {
    HotelPolicy policy =
        Json.mapper().convertValue(Yaml.resource(HotelPolicy.SHIPPED), HotelPolicy.class);
    assertThat(requests().stream().map(OperaTest::complaint).filter(each -> each.startsWith("{")))
        .hasSize(4)
        .allSatisfy(
            text -> {
              ComplaintReported told = Json.mapper().readValue(text, ComplaintReported.class);
              assertThat(told.issue() == null || policy.catalogue().containsKey(told.issue()))
                  .isTrue();
            });
  }

  @Test
  void work_that_is_done_is_an_update_of_the_same_case() {
    Opera.Told done = OPERA.read(requests().get(2));

    assertThat(Json.mapper().convertValue(done.done(), RecoveryUpdated.class))
        .isEqualTo(
            new RecoveryUpdated(
                "OPERA:HKGHARB:90",
                null,
                "FIX_DONE",
                Instant.parse("2027-01-08T14:50:00Z"),
                "kwok",
                null));
    assertThat(OPERA.read(requests().get(0)).done()).as("still open").isNull();
  }

  @Test
  void a_code_that_nobody_explained_is_told() {
    assertThat(OPERA.read(requests().get(3)).unknownCode()).isEqualTo("XYZ");
    assertThat(OPERA.read(requests().get(2)).unknownCode()).as("by its department").isNull();
  }

  @Test
  void a_table_with_a_zone_that_is_none_is_refused() {
    assertThatThrownBy(() -> OperaTable.read("hotels: {A: {property: A-B, zone: Hong Kong}}"))
        .hasMessageContaining("zone: Hong Kong");
  }
}
