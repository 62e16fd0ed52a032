package io.amends.kit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Prometheus reads of every service. */
@ExtendWith(Edge.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MetricsTest {

  private final Edge edge;

  MetricsTest(Edge edge) {
    this.edge = edge;
  }

  @Test
  void every_series_names_its_service() {
    edge.get("/open");
    assertThat(
            edge.get("/actuator/prometheus")
                .response()
                .body()
                .lines()
                .filter(line -> !line.startsWith("#")))
        .isNotEmpty()
        .allMatch(line -> line.contains("service=\"edge\""));
  }

  @Test
  void answers_are_measured_at_the_thresholds_of_the_objectives() {
    edge.get("/open");
    assertThat(edge.get("/actuator/prometheus").response().body())
        .containsPattern("http_server_requests_seconds_bucket\\{[^}]*uri=\"/open\",le=\"0.25\"");
  }

  @Test
  void a_path_that_is_made_up_makes_no_series_of_its_own() {
    edge.known("/made-up-4711");
    assertThat(edge.get("/actuator/prometheus").response().body()).doesNotContain("made-up");
  }

  @Test
  void liveness_is_up_though_there_is_no_kafka() {
    assertThat(edge.get("/actuator/health/liveness").json().path("status").asString())
        .isEqualTo("UP");
  }
}
