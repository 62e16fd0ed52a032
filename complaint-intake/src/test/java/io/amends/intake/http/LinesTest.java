package io.amends.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.intake.http.Lines.Line;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class LinesTest {

  @Test
  void are_cut_wherever_the_network_cuts_the_stream() {
    assertThat(cut(100, "{\"a\"", ":1}\r\n\n", "{\"b\":2}\n{\"c", "\":3}"))
        .extracting(LinesTest::tell)
        .containsExactly("1 {\"a\":1}\r", "3 {\"b\":2}", "4 {\"c\":3}");
  }

  @Test
  void that_are_too_long_are_left_out_alone() {
    assertThat(cut(5, "12345\n123", "456\n12\n"))
        .extracting(LinesTest::tell)
        .containsExactly("1 12345", "2 too long", "3 12");
  }

  private static List<Line> cut(int longest, String... parts) {
    DefaultDataBufferFactory buffers = DefaultDataBufferFactory.sharedInstance;
    return Objects.requireNonNull(
        Lines.of(
                Flux.fromArray(parts)
                    .map(part -> buffers.wrap(part.getBytes(StandardCharsets.UTF_8))),
                longest)
            .collectList()
            .block());
  }

  private static String tell(Line line) {
    byte[] bytes = line.bytes();
    return line.number()
        + " "
        + (bytes == null ? "too long" : new String(bytes, StandardCharsets.UTF_8));
  }
}
