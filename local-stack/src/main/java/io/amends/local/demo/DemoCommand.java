package io.amends.local.demo;

import io.amends.local.command.DataOption;
import io.amends.local.command.Running;
import io.amends.local.command.Screen;
import io.amends.local.installation.DataFolder;
import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything, loads a demo chain, tells three evenings, and stays up for the visitor. */
@Command(
    name = "demo",
    description = "Starts everything with a demo chain, tells its story, and stays until Ctrl-C.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  /** Longer than the slowest machine takes to start and to load the chain. */
  private static final Duration SETTING_OUT = Duration.ofHours(1);

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws InterruptedException {
    Installation installation = Installation.here();
    Screen screen = Screen.ofThisProcess();
    Path folder = data.path(installation);
    Path clockFile = DataFolder.at(folder).clock();
    boolean told = Files.exists(clockFile);
    StoryClock clock = new StoryClock(clockFile);
    Instant begin = Story.beginBefore(clock.here());
    if (!told) {
      clock.begin(begin.minus(SETTING_OUT));
    }
    Running running =
        Running.start(
            installation,
            Stack.of(installation, folder).ports(Ports.standard()).movableClock(),
            screen);
    if (running.stack() != null) {
      try (House house = new House(running.stack())) {
        play(running.stack(), house, screen, told ? null : begin, clock);
      }
    }
    return running.awaitEnd();
  }

  private static void play(
      Stack stack, House house, Screen screen, @Nullable Instant begin, StoryClock clock) {
    Metrics before = Metrics.of(house);
    if (begin == null) {
      screen.line("");
      screen.line(
          "The story was told already; its cases are still there. For another telling, name");
      screen.line("another data folder: ./amends demo --data OTHER");
      clock.real(); // also if the telling was broken off
    } else {
      house.put(House.OFFICE, Ports.INTAKE, "/reference", chain());
      Past.OF_ALL.forEach(past -> past.send(house, begin));
      tell(stack, house, screen, clock, begin);
    }
    YourTurn.of(stack, house, before).lines().forEach(screen::line);
  }

  private static void tell(
      Stack stack, House house, Screen screen, StoryClock clock, Instant begin) {
    Teller teller = new Teller(screen::line, clock);
    Story story = new Story(house, teller, begin);
    screen.line("");
    screen.line("Three evenings in a chain of twelve hotels, on the policy that ships, unchanged.");
    screen.line(
        "1 minute of the hotel = 1 second here. In front of each line: the hotel's own time.");
    screen.line("");
    try (Listening _ = Listening.to(stack.ports().bootstrapServers(), house, teller)) {
      for (Scene scene : story.scenes()) {
        clock.show(story.begin().plus(scene.from()));
        for (Act act : scene.acts()) {
          clock.await(story.begin().plus(act.at()));
          act.what().run();
        }
        clock.await(story.begin().plus(scene.to()));
      }
      clock.real();
    }
  }

  private static byte[] chain() {
    try (InputStream in = DemoCommand.class.getResourceAsStream("/demo/chain.json")) {
      if (in == null) {
        throw new IllegalStateException("demo/chain.json: absent (expected: in the jar)");
      }
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
