package io.amends.local.stack;

import io.amends.local.process.Child;
import io.amends.local.process.Waiting;
import io.amends.local.stack.StackEvent.Died;
import io.amends.local.stack.StackEvent.GivenUp;
import io.amends.local.stack.StackEvent.Ready;
import io.amends.local.stack.StackEvent.Starting;
import io.amends.local.stack.StackEvent.Stopped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One program of a running stack and the process it runs in, which may die and be started again.
 *
 * <pre>
 * wanted, starting  ready      -> wanted, ready
 * wanted, starting  ends       -> StackFailure (at the first start), given up (later)
 * wanted, ready     ends       -> told, started again
 * any               stop, kill -> not wanted
 * </pre>
 */
final class Member {

  /** Two cores that build something else as well started the slowest process in two minutes. */
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  /** Seven that start at once on two cores, asked 20 times a second, did little else. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /** Long enough to be seen, short beside any promise. */
  private static final Executor SHORTLY =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Thread::startVirtualThread);

  private static final int LINES_TOLD = 15;

  private final String name;
  private final Supplier<Child> starter;
  private final BooleanSupplier readiness;
  private final Runnable afterStop;
  private final boolean startedAgain;
  private final Consumer<StackEvent> told;

  private @Nullable Child child;
  private boolean wanted;
  private long begun;

  /**
   * A program that does not run yet.
   *
   * @param afterStop what is done when it has stopped in order
   * @param startedAgain whether it is, after it died
   */
  Member(
      String name,
      Supplier<Child> starter,
      BooleanSupplier readiness,
      Runnable afterStop,
      boolean startedAgain,
      Consumer<StackEvent> told) {
    this.name = name;
    this.starter = starter;
    this.readiness = readiness;
    this.afterStop = afterStop;
    this.startedAgain = startedAgain;
    this.told = told;
  }

  String name() {
    return name;
  }

  synchronized Optional<Child> child() {
    return Optional.ofNullable(child).filter(Child::isAlive);
  }

  /**
   * Starts its process.
   *
   * @throws StackFailure if it runs already
   */
  synchronized void begin() {
    if (child != null && child.isAlive()) {
      throw new StackFailure("%s runs already (pid %d)".formatted(name, child.pid()));
    }
    wanted = true;
    begun = System.nanoTime();
    child = starter.get();
    told.accept(new Starting(name, child.pid()));
  }

  /**
   * Returns when it is ready.
   *
   * @throws StackFailure if it ends before, or takes too long
   */
  void awaitReady() {
    Child started = current();
    boolean settled =
        Waiting.until(
            LONGEST_START, BETWEEN_LOOKS, () -> !started.isAlive() || readiness.getAsBoolean());
    if (!started.isAlive()) {
      throw failure(
          started, "ended while it started (exit value %d)".formatted(started.ended().join()));
    }
    if (!settled) {
      throw failure(started, "was not ready after %d s".formatted(LONGEST_START.toSeconds()));
    }
    told.accept(new Ready(name, started.pid(), age()));
    CompletableFuture<Void> _ =
        started.ended().thenAcceptAsync(exit -> onEnd(started, exit), Thread::startVirtualThread);
  }

  /** Asks it to stop; returns when it is gone. */
  void stop(Duration patience) {
    Optional<Child> running = dismissed();
    running.ifPresent(
        process -> {
          long begin = System.nanoTime();
          if (process.stop(patience)) {
            afterStop.run();
          }
          told.accept(new Stopped(name, Duration.ofNanos(System.nanoTime() - begin)));
        });
  }

  /** Ends it as SIGKILL does; it is not started again. */
  void kill() {
    dismissed().ifPresent(Child::kill);
  }

  private synchronized Child current() {
    return Objects.requireNonNull(child, "begin() comes first");
  }

  private synchronized Duration age() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** From now on, its end is none to be told of or made good. */
  synchronized void letEnd() {
    wanted = false;
  }

  private synchronized Optional<Child> dismissed() {
    letEnd();
    return child();
  }

  private synchronized boolean isMissed(Child ended) {
    return wanted && ended == child;
  }

  private void onEnd(Child ended, int exit) {
    if (!isMissed(ended)) {
      return;
    }
    if (startedAgain) {
      told.accept(new Died(name, exit));
      SHORTLY.execute(() -> startAgain(ended));
    } else {
      giveUp(ended, "died (exit value %d)".formatted(exit));
    }
  }

  private void startAgain(Child ended) {
    if (!begunAgain(ended)) {
      return;
    }
    Child again = current();
    try {
      awaitReady();
    } catch (StackFailure failure) {
      if (isMissed(again)) {
        again.kill();
        giveUp(again, "was started again and did not become ready");
      }
    }
  }

  /** In one step, so that a stop comes either before it or finds the new process. */
  private synchronized boolean begunAgain(Child ended) {
    if (!isMissed(ended)) {
      return false;
    }
    begin();
    return true;
  }

  private void giveUp(Child last, String why) {
    Optional<Child> _ = dismissed();
    told.accept(new GivenUp(name, why, last.log().lastLines(LINES_TOLD), last.log().file()));
  }

  private StackFailure failure(Child started, String what) {
    return new StackFailure(
        "%s %s; the last lines of %s:\n%s"
            .formatted(
                name,
                what,
                started.log().file(),
                String.join("\n", started.log().lastLines(LINES_TOLD)).indent(2).stripTrailing()));
  }
}
