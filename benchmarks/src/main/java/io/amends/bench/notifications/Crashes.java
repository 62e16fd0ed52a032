package io.amends.bench.notifications;

import io.amends.bench.notifications.Heard.What;
import io.amends.local.process.Waiting;
import io.amends.local.program.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Kills the service again and again while it sends, and finds out what became of every message. */
final class Crashes {

  /** After that much silence nothing more comes: longer than a consumer is taken for alive. */
  private static final Duration SILENCE = Duration.ofSeconds(90);

  private static final Duration AT_REST = Duration.ofSeconds(5);

  /** Ours: within this time of the first mail of each life it is killed. */
  private static final int MILLIS_OF_LIFE = 1_500;

  /** In the middle of a round, which has 50 mails. */
  private static final int MIDDLE = 20;

  private static final Duration LOOK = Duration.ofMillis(1);

  /** At which moments it is killed. */
  enum When {
    AT_RANDOM,
    /** When some mails of a round are out and their results are not written: the worst moment. */
    IN_A_ROUND
  }

  private final House house;
  private final Inputs inputs;
  private final Heard heard;
  private final Random random;

  Crashes(House house, Inputs inputs, Heard heard, long seed) {
    this.house = house;
    this.inputs = inputs;
    this.heard = heard;
    this.random = new Random(seed);
  }

  /**
   * What became of them, after so many deaths.
   *
   * @param strays mails that came meanwhile and are none of theirs: under another Message-ID the
   *     same words would be a double that nobody sees
   */
  record Outcome(int kills, Fate fate, long strays) {}

  /**
   * So many messages fall due at once; the service runs already.
   *
   * @param most how often it is killed, while there is still something to send
   */
  Outcome of(String prefix, int messages, int most, When when) {
    heard.forget();
    long before = house.catcher().count();
    List<String> guests = IntStream.range(0, messages).mapToObj(i -> prefix + i).toList();
    guests.forEach(guest -> inputs.guest(guest, false, house.now()));
    guests.forEach(guest -> inputs.due(guest, house.now()));
    inputs.flush();
    int kills = 0;
    while (kills < most && isSending(messages, when)) {
      house.stack().kill(Ports.NOTIFICATION);
      house.stack().start(Ports.NOTIFICATION);
      kills++;
    }
    settle(messages);
    Records records = new Records(house.bootstrap());
    Fate fate =
        Fate.of(
            guests.stream().map(Inputs::messageId).toList(),
            records.ledger(),
            records.events(),
            messageId -> house.catcher().count(Inputs.mailOf(messageId)));
    long theirs =
        guests.stream().mapToLong(guest -> house.catcher().count(Inputs.mailId(guest))).sum();
    return new Outcome(kills, fate, house.catcher().count() - before - theirs);
  }

  /** Waits for the moment; whether there is anything left to send. */
  private boolean isSending(int messages, When when) {
    long before = house.catcher().count() + (when == When.IN_A_ROUND ? MIDDLE : 0);
    boolean sends = Waiting.until(SILENCE, LOOK, () -> house.catcher().count() > before);
    if (when == When.AT_RANDOM) {
      int millis = random.nextInt(MILLIS_OF_LIFE);
      boolean _ = Waiting.until(Duration.ofMillis(millis), LOOK, () -> false);
    }
    return sends && done() < messages;
  }

  private long done() {
    return heard.count(What.SENT) + heard.count(What.UNKNOWN);
  }

  /** Until all are done and nothing stirs, or nothing has stirred for long. */
  private void settle(int messages) {
    long seen = -1;
    while (seen != done()) {
      seen = done();
      long before = seen;
      Duration patience = seen >= messages ? AT_REST : SILENCE;
      boolean _ = Waiting.until(patience, () -> done() != before);
    }
  }
}
