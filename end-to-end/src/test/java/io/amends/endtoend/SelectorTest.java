package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SelectorTest {

  private static final List<Series> SCRAPE =
      Series.in(
          """
          # TYPE http_requests_total counter
          http_requests_total{service="intake",status="202",uri="/a{b}"} 3.0
          process_uptime_seconds 12
          """);

  @Test
  void names_are_found_between_functions_labels_and_words() {
    assertThat(
            Selector.in(
                "histogram_quantile(0.9, sum by (le, tier) (rate(a_bucket{x=~\"$x\"}[5m])))"
                    + " / sum(b_total) > 10 and on (service) c:recorded unless up == 0"))
        .extracting(Selector::name)
        .containsExactly("a_bucket", "b_total");
  }

  @Test
  void a_series_is_found_by_name_and_labels() {
    assertThat(finds("http_requests_total{status=~\"2..\",service!=\"desk\"}")).isTrue();
    assertThat(finds("http_requests_total{region=~\"$region\",job=\"amends\"}")).isTrue();
    assertThat(finds("process_uptime_seconds")).isTrue();
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThat(finds("http_requests")).isFalse();
    assertThat(finds("http_requests_total{status=\"500\"}")).isFalse();
    assertThat(finds("http_requests_total{status!~\"2..\"}")).isFalse();
    assertThat(finds("http_requests_total{region=\"EMEA\"}")).isFalse();
  }

  private static boolean finds(String query) {
    return Selector.in(query).getFirst().finds(SCRAPE);
  }
}
