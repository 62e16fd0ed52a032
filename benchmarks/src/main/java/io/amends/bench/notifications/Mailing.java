package io.amends.bench.notifications;

import io.amends.bench.figures.Percentiles;
import io.amends.bench.notifications.Heard.What;
import io.amends.bench.stack.Committed;
import io.amends.bench.stack.Pace;
import io.amends.contracts.topics.Topics;
import io.amends.local.process.Waiting;
import io.amends.local.program.Ports;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Many are to be told at once; of ten, three are asleep and are told when their night is over. */
final class Mailing {

  /** Of so many guests three are asleep. */
  private static final int TEN = 10;

  private static final int ASLEEP = 3;

  /** While that is heard of nothing, it has stopped. */
  private static final Duration SILENCE = Duration.ofSeconds(90);

  private static final int PACED_A_SECOND = 100;

  private final House house;
  private final Inputs inputs;
  private final Heard heard;
  private final int planned;

  Mailing(House house, Inputs inputs, Heard heard, int planned) {
    this.house = house;
    this.inputs = inputs;
    this.heard = heard;
    this.planned = planned;
  }

  /** So many a second. */
  record Speed(double planned, double decided, double mails) {}

  /** All of it into the log, and then the service is started on it. */
  Speed first() {
    for (int i = 0; i < planned; i++) {
      inputs.guest("M-" + i, isAsleep(i), house.now());
    }
    for (int i = 0; i < planned; i++) {
      inputs.due("M-" + i, house.now());
    }
    inputs.flush();
    house.stack().start(Ports.NOTIFICATION);
    await(What.DECIDED, planned);
    await(What.SENT, planned - asleep());
    return speed();
  }

  /**
   * The night is over for those who slept.
   *
   * @throws StackFailure if it was over before the others were told
   */
  Speed released() {
    if (house.now().isAfter(house.begin().plus(Inputs.UNTIL_NINE))) {
      throw new StackFailure("it is after nine already: take fewer messages");
    }
    heard.forget();
    house.at(house.begin().plus(Inputs.UNTIL_NINE));
    await(What.SENT, asleep());
    return speed();
  }

  /** From the case's event to the mail that was accepted, in milliseconds. */
  Percentiles paced(int seconds) {
    int all = seconds * PACED_A_SECOND;
    for (int i = 0; i < all; i++) {
      inputs.guest("P-" + i, false, house.now());
    }
    inputs.flush();
    try (Committed heardOf = new Committed(house.bootstrap(), Topics.CASE_EVENTS)) {
      long _ = heardOf.until(Ports.NOTIFICATION, 2L * planned + all, SILENCE);
    }
    heard.forget();
    Map<String, Long> asked = new HashMap<>();
    Pace.keep(
        Duration.ofSeconds(seconds),
        PACED_A_SECOND,
        i -> {
          asked.put("P-" + i, System.nanoTime());
          inputs.due("P-" + i, house.now());
        });
    inputs.flush();
    await(What.SENT, all);
    Percentiles took = new Percentiles();
    asked.forEach(
        (guest, at) -> {
          Long arrived = house.catcher().arrivedAt(Inputs.mailId(guest));
          if (arrived != null) {
            took.add((arrived - at) / 1_000_000);
          }
        });
    return took;
  }

  /**
   * The same causes with no rule, so many messages a second: each has two causes, and is dealt with
   * at the second. The service is stopped meanwhile.
   */
  double bare() {
    house.stack().stop(Ports.NOTIFICATION);
    house.stack().start(BareGate.NAME);
    try (Committed committed = new Committed(house.bootstrap(), Topics.CASE_EVENTS)) {
      return committed.rate(BareGate.NAME, 2L * planned, SILENCE) / 2;
    } finally {
      house.stack().stop(BareGate.NAME);
      house.stack().start(Ports.NOTIFICATION);
    }
  }

  private Speed speed() {
    return new Speed(heard.rate(What.PLANNED), heard.rate(What.DECIDED), heard.rate(What.SENT));
  }

  private int asleep() {
    return planned / TEN * ASLEEP + Math.min(ASLEEP, planned % TEN);
  }

  private static boolean isAsleep(int number) {
    return number % TEN < ASLEEP;
  }

  private void await(What what, long count) {
    long seen = -1;
    while (heard.count(what) < count) {
      if (heard.count(what) == seen) {
        throw new StackFailure(
            "waited %d s in vain for %,d %s: %,d are heard of"
                .formatted(SILENCE.toSeconds(), count, what, seen));
      }
      seen = heard.count(what);
      long before = seen;
      boolean _ = Waiting.until(SILENCE, () -> heard.count(what) != before);
    }
  }
}
