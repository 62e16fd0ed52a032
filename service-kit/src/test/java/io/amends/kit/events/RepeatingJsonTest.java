package io.amends.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatingJsonTest {

  private final RepeatingJson<Order, Terms> orders = new RepeatingJson<>(Order.class, Terms.class);

  record Order(String words, @Nullable Terms terms, int number) {}

  record Terms(Duration within, List<String> names) {}

  @Test
  void a_document_says_what_any_json_of_ours_says() {
    Order order = new Order("对不起 \"é\"", new Terms(Duration.ofMinutes(10), List.of("爱", "b")), 7);
    assertThat(orders.read(Json.bytes(order))).isEqualTo(order);
    assertThat(orders.read(Json.bytes(order))).isEqualTo(order);
    assertThat(orders.read(bytes("{\"number\":7,\"words\":\"w\"}")))
        .isEqualTo(new Order("w", null, 7));
    assertThat(orders.read(bytes("{\"number\":7,\"terms\":null,\"words\":\"w\"}")))
        .isEqualTo(new Order("w", null, 7));
  }

  @Test
  void a_part_is_read_once_wherever_it_stands() {
    String terms = "{ \"within\": \"PT1H\", \"names\": [\"爱\"] }";
    Order first = orders.read(bytes("{\"terms\":" + terms + ",\"words\":\"对不起\",\"number\":1}"));
    Order second =
        orders.read(bytes("{\"number\":2,\"words\":\"对不起\",  \"terms\": " + terms + "}"));
    assertThat(second).isEqualTo(new Order("对不起", new Terms(Duration.ofHours(1), List.of("爱")), 2));
    assertThat(second.terms()).isSameAs(first.terms());
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Hours {
    @JsonTypeName("ALL")
    record All() implements Hours {}

    @JsonTypeName("SOME")
    record Some(List<String> days) implements Hours {}
  }

  record Shop(String name, List<Hours> hours) {}

  @Test
  void a_part_may_be_of_several_kinds() {
    RepeatingJson<Shop, Hours> shops = new RepeatingJson<>(Shop.class, Hours.class);
    Shop shop =
        new Shop("s", List.of(new Hours.All(), new Hours.Some(List.of("MON")), new Hours.All()));
    assertThat(shops.read(Json.bytes(shop))).isEqualTo(shop);
    assertThat(shops.read(Json.bytes(shop)).hours().get(1))
        .isSameAs(shops.read(Json.bytes(shop)).hours().get(1));
  }

  @Test
  void a_body_that_is_no_utf_8_is_read_as_well() {
    Order order = new Order("对不起", new Terms(Duration.ofMinutes(10), List.of("爱")), 7);
    byte[] wide =
        new String(Json.bytes(order), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16BE);
    assertThat(orders.read(wide)).isEqualTo(order);
  }

  @Test
  void of_many_parts_each_is_its_own() {
    List<Order> all =
        IntStream.range(0, 1_000)
            .mapToObj(i -> new Order("w", new Terms(Duration.ofSeconds(i), List.of()), i))
            .toList();
    assertThat(all.stream().map(Json::bytes).map(orders::read)).isEqualTo(all);
    assertThat(all.stream().map(Json::bytes).map(orders::read)).isEqualTo(all);
  }

  @Test
  void what_is_no_document_is_refused() {
    assertThatThrownBy(() -> orders.read(bytes("{\"terms\":{\"within\":{}}}")))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> orders.read(bytes("{\"terms\":{")))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> orders.read(bytes("{\"terms\":\"soon\",\"number\":1}")))
        .isInstanceOf(JacksonException.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
