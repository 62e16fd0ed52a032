package io.amends.bench.cases;

import io.amends.bench.stack.Committed;
import io.amends.bench.stack.Pace;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.kit.clock.HotelClock;
import io.amends.local.process.Waiting;
import io.amends.local.program.Ports;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What is asked of the cases. Each command is of another case until all have had one. */
final class Load {

  static final String PLAIN = "plain";
  static final String MONEY = "money";

  /** How many commands are asked as fast as they are answered, at most. */
  private static final int SUSTAINED = 120_000;

  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final Duration PACED = Duration.ofSeconds(60);
  private static final int COMMANDS_A_SECOND = 1_000;
  private static final int OPENED_A_SECOND = 100;

  /** One in so many grants money, and so may one person in a month: twenty times 0.05 N of 5 N. */
  private static final int ONE_GRANTS = 10;

  private static final int GRANTS_EACH = 20;

  /** More than this are not under way: whoever asks waits. */
  private static final int UNDER_WAY = 20_000;

  private static final Duration ALERTED_AFTER = Duration.ofSeconds(10);

  private final Feed feed;
  private final Heard heard;
  private final int cases;
  private int next;

  Load(Feed feed, Heard heard, int cases) {
    this.feed = feed;
    this.heard = heard;
    this.cases = cases;
  }

  /** All complaints, into the log. */
  void write() {
    Instant now = HotelClock.system().instant();
    for (int i = 0; i < cases; i++) {
      feed.quiet("G-" + i, now);
    }
    feed.flush();
  }

  /** Cases opened and committed a second, once it is warm. */
  double opened(Committed told) {
    return told.rate(Ports.ORCHESTRATOR, cases, PATIENCE);
  }

  /** The same commands a second, of the bare service. */
  double bare(Committed asked) {
    return asked.rate(BareCases.NAME, commandsAtOnce(), PATIENCE);
  }

  /** How many commands are asked as fast as they are answered: fewer of few cases. */
  int commandsAtOnce() {
    return Math.min(SUSTAINED, 2 * cases);
  }

  /** Commands answered a second when more are always asked. */
  double sustained() {
    long before = heard.outcomes();
    long begin = 0;
    long from = 0;
    int all = commandsAtOnce();
    for (int i = 0; i < all; i++) {
      while (i - (heard.outcomes() - before) > UNDER_WAY) {
        LockSupport.parkNanos(1_000_000);
      }
      if (i == all / 5) {
        begin = System.nanoTime();
        from = heard.outcomes();
      }
      ask(i);
    }
    feed.flush();
    answered(Duration.ofMinutes(5));
    return (heard.outcomes() - from) * 1e9 / (System.nanoTime() - begin);
  }

  /** A mixed load at a fixed pace; what is heard of it is told by {@link Heard}. */
  void paced() {
    heard.forget();
    Pace.keep(
        PACED,
        COMMANDS_A_SECOND,
        i -> {
          ask(i);
          if (i % (COMMANDS_A_SECOND / OPENED_A_SECOND) == 0) {
            open("U-" + i);
          }
        });
    feed.flush();
    answered(Duration.ofMinutes(1));
    boolean _ = Waiting.until(ALERTED_AFTER.plusSeconds(30), () -> heard.notAlerted() == 0);
  }

  private void open(String guest) {
    Instant now = HotelClock.system().instant();
    heard.alertDue(guest, now.plus(ALERTED_AFTER).toEpochMilli());
    feed.urgent(guest, now, ALERTED_AFTER);
  }

  private void ask(int i) {
    int number = next++;
    String guest = "G-" + Math.floorMod(number * 7_919L, cases);
    int round = number / cases;
    if (i % ONE_GRANTS == 0) {
      String id = MONEY + "/" + number;
      heard.asked(id);
      feed.asks(id, guest, Verb.GRANT_REMEDY, "clerk-" + number / ONE_GRANTS / GRANTS_EACH);
    } else {
      String id = PLAIN + "/" + number;
      heard.asked(id);
      feed.asks(id, guest, round == 0 ? Verb.ACKNOWLEDGE : Verb.UPDATE_GUEST, "clerk");
    }
  }

  private void answered(Duration patience) {
    if (!Waiting.until(patience, () -> heard.unanswered() == 0)) {
      throw new StackFailure(
          "waited %d s in vain for the answers to %,d commands"
              .formatted(patience.toSeconds(), heard.unanswered()));
    }
  }

  /** Answers other than that it was done. */
  long notDone() {
    return heard.results().entrySet().stream()
        .filter(result -> !result.getKey().endsWith(" DONE"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
