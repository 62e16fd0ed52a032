package io.amends.local.command;

import io.amends.local.installation.Installation;
import io.amends.local.program.QuickStarts;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackBuilder;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A stack that a command has started and keeps running until somebody asks it to stop. */
public final class Running {

  private final @Nullable Stack stack;
  private final CountDownLatch stopped;

  private Running(@Nullable Stack stack, CountDownLatch stopped) {
    this.stack = stack;
    this.stopped = stopped;
  }

  /**
   * Starts it, and tells every address when it is ready.
   *
   * @throws StackFailure if it does not start; what was started is stopped
   */
  public static Running start(Installation installation, StackBuilder plan, Screen screen) {
    if (!new QuickStarts(installation).areRecorded()) {
      screen.line("first start of this build: it and its stop take longer than the next ones");
    }
    long begin = System.nanoTime();
    Stack stack = plan.listener(screen).build();
    AtomicBoolean asked = new AtomicBoolean();
    CountDownLatch stopped = stoppedOnExit(stack, screen, asked);
    try {
      stack.start();
    } catch (StackFailure failure) {
      if (!asked.get()) {
        throw failure;
      }
      return new Running(null, stopped);
    }
    Addresses.of(stack.ports(), stack.programs()).forEach(screen::line);
    screen.line("");
    screen.line(
        "ready in %s (data in %s, Ctrl-C stops everything)"
            .formatted(
                Screen.seconds(Duration.ofNanos(System.nanoTime() - begin)), stack.data().root()));
    return new Running(stack, stopped);
  }

  /** The running stack; null if it was asked to stop while it started. */
  public @Nullable Stack stack() {
    return stack;
  }

  public int awaitEnd() throws InterruptedException {
    stopped.await();
    return 0;
  }

  /** SIGTERM, Ctrl-C and a closed terminal all end in the JVM's shutdown hooks. */
  private static CountDownLatch stoppedOnExit(Stack stack, Screen screen, AtomicBoolean asked) {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread stop =
        new Thread(
            () -> {
              asked.set(true);
              if (!stack.isClosed()) {
                screen.stopping();
              }
              stack.close();
              stopped.countDown();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    return stopped;
  }
}
