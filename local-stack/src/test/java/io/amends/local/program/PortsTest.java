package io.amends.local.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void the_standard_ones_are_those_that_the_documentation_names() {
    assertThat(Ports.standard().url(Ports.INTAKE)).isEqualTo("http://localhost:8081");
    assertThat(Ports.standard().bootstrapServers()).isEqualTo("127.0.0.1:9092");
  }

  @Test
  void free_ones_have_the_same_names_and_no_number_twice() {
    Map<String, Integer> free = Ports.free().numbers();

    assertThat(free).hasSameSizeAs(Ports.standard().numbers());
    assertThat(new HashSet<>(free.values())).hasSameSizeAs(free.keySet());
  }

  @Test
  void a_number_that_is_given_twice_is_refused() {
    assertThatThrownBy(() -> Ports.standard().with(Ports.SMTP, 8080))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: every number once");
  }

  @Test
  void an_unknown_name_is_refused_with_those_that_are_known() {
    assertThatThrownBy(() -> Ports.standard().of("kafka"))
        .hasMessageStartingWith("port: kafka (expected: one of [broker, broker-controller,");
  }
}
