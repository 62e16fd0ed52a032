package io.amends.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.stack.StackEvent.Died;
import io.amends.local.stack.StackEvent.Ready;
import io.amends.local.stack.StackEvent.Starting;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScreenTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void elsewhere_than_on_a_terminal_adds_a_line_per_event() {
    tell(screen(false));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
              broker                 starting
              identity               starting
              broker                 ready in 2.5 s (pid 1)
              identity               died (exit value 137): starting it again
            """);
  }

  @Test
  void on_a_terminal_rewrites_the_line_of_what_has_become_ready() {
    tell(screen(true));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\033[2A\033[2K  broker                 ready in 2.5 s (pid 1)\r\033[2B");
  }

  private Screen screen(boolean terminal) {
    return new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), terminal);
  }

  private static void tell(Screen screen) {
    screen.accept(new Starting("broker", 1));
    screen.accept(new Starting("identity", 2));
    screen.accept(new Ready("broker", 1, Duration.ofMillis(2_500)));
    screen.accept(new Died("identity", 137));
  }
}
