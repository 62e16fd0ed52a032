package io.amends.bench.cases;

import io.amends.bench.stack.BesideBare;
import io.amends.kit.clock.HotelClock;
import io.amends.local.process.Waiting;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;

/** Alerts that fall due while the service is down: when they are told after it starts again. */
final class Restarts {

  private static final int ALERTS = 100;

  /** Longer than the cases take to open and an orderly stop takes. */
  private static final Duration AHEAD = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final BesideBare running;
  private final Feed feed;
  private final Heard heard;
  private int round;

  Restarts(BesideBare running, Feed feed, Heard heard) {
    this.running = running;
    this.feed = feed;
    this.heard = heard;
  }

  double inOrder() {
    return measure(() -> stack().stop(Ports.ORCHESTRATOR));
  }

  double killed() {
    return measure(() -> stack().kill(Ports.ORCHESTRATOR));
  }

  double withoutState() {
    return measure(
        () -> {
          stack().stop(Ports.ORCHESTRATOR);
          running.forget(Ports.ORCHESTRATOR);
        });
  }

  private Stack stack() {
    return running.stack();
  }

  /** Seconds from the start of its process until all alerts that fell due meanwhile were heard. */
  private double measure(Runnable down) {
    heard.forget();
    round++;
    Instant now = HotelClock.system().instant();
    long due = now.plus(AHEAD).toEpochMilli();
    for (int i = 0; i < ALERTS; i++) {
      String guest = "R-" + round + "-" + i;
      heard.alertDue(guest, due);
      feed.urgent(guest, now, AHEAD);
    }
    feed.flush();
    // each has to be open before the service goes down: the rule for what comes late is another
    boolean _ = Waiting.until(AHEAD.dividedBy(2), () -> false);
    down.run();
    boolean _ = Waiting.until(AHEAD, () -> HotelClock.system().instant().toEpochMilli() > due);
    long began = HotelClock.system().instant().toEpochMilli();
    stack().start(Ports.ORCHESTRATOR);
    if (!Waiting.until(PATIENCE, () -> heard.notAlerted() == 0)) {
      throw new StackFailure(
          "waited in vain for %d of %d alerts".formatted(heard.notAlerted(), ALERTS));
    }
    return (heard.lastAlert() - began) / 1_000.0;
  }
}
